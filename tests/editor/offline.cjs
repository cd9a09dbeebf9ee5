// Loaded before the language server: whoever opens a connection from it stops it, so that a test sees that.
const net = require("node:net");
const dns = require("node:dns");
const refuse = () => {
  process.stderr.write("the language server reached for the network\n");
  process.exit(70);
};
net.Socket.prototype.connect = refuse;
dns.lookup = refuse;
