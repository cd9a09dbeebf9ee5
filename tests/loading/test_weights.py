"""How bad a breach is: as its rule says, as its site says, and worse once there is a framework."""

from __future__ import annotations

from stip.loading.codes import RULES
from stip.loading.weights import Weights, is_free, weights_of
from stip.model import Weight
from stip.problems import Severity

FREE = next(name for name, rule in RULES.items() if is_free(rule.code) and rule.framework is None)
WORSE = next(name for name, rule in RULES.items() if is_free(rule.code) and rule.framework is not None)
ERROR = next(name for name, rule in RULES.items() if rule.severity is Severity.ERROR)


def test_without_settings_a_rule_weighs_what_it_says() -> None:
    """Settings that cannot be read change nothing."""
    weights = weights_of(None)
    assert all(weights.of(name) is rule.severity for name, rule in RULES.items())


def test_a_site_weighs_and_ignores() -> None:
    """Its own weight goes before that of the rule, and before that of the framework."""
    code = RULES[WORSE].code
    assert Weights({code: Weight.ERROR}).of(WORSE) is Severity.ERROR
    assert Weights({code: Weight.IGNORE}, framework=True).of(WORSE) is None
    assert Weights({RULES[FREE].code: Weight.HINT}).of(FREE) is Severity.HINT


def test_an_error_stays_an_error() -> None:
    """What makes a roadmap unusable cannot be waved away."""
    assert not is_free(RULES[ERROR].code)
    assert Weights({RULES[ERROR].code: Weight.IGNORE}).of(ERROR) is Severity.ERROR


def test_a_framework_makes_holes_worse() -> None:
    """Only of the rules that say so."""
    weights = Weights(framework=True)
    assert weights.of(WORSE) is RULES[WORSE].framework
    assert weights.of(FREE) is RULES[FREE].severity


def test_an_unknown_code_is_not_free() -> None:
    """It is told as a slip, not obeyed."""
    assert not is_free("ZZ-99")
