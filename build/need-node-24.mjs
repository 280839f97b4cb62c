// npm scripts run on the node package of this project; a system Node 20 shows up here only when the install scripts were skipped.
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `需要 Node 24，当前是 ${process.version}：请先运行 npm ci。 / Node 24 is needed, this is ${process.version}: run npm ci first.`,
  );
  process.exit(1);
}
