import { writeSync } from "node:fs";
import { Module, register, syncBuiltinESMExports } from "node:module";
import { pathToFileURL } from "node:url";
import vm from "node:vm";

/**
 * Loaded with `--import`: writes the address of each module that a process loads, as Node.js or
 * bin/load.js does, to file descriptor 3; after "made " where V8 had to make its code.
 */
const HOOKS = `
import { writeSync } from "node:fs";
export async function load(url, context, nextLoad) {
  writeSync(3, url + "\\n");
  return nextLoad(url, context);
}`;

register(`data:text/javascript,${encodeURIComponent(HOOKS)}`);

const tell = (path) => writeSync(3, `${pathToFileURL(path).href}\n`);

vm.Script = class extends vm.Script {
  constructor(code, options) {
    super(code, options);
    tell(options.filename);
    if (this.cachedDataRejected !== false) writeSync(3, `made ${options.filename}\n`);
  }
};
syncBuiltinESMExports();

const compile = Module.prototype._compile;
Module.prototype._compile = function (content, filename, ...rest) {
  tell(filename);
  return compile.call(this, content, filename, ...rest);
};
