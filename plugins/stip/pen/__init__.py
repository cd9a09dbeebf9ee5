"""What every drawing is made with: SVG elements, path data, the wavering hand, boxes that must not overlap."""
