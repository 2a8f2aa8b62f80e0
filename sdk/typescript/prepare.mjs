// Compiles the package, also when it is installed from its folder: npm runs this then but, where the
// folder lies outside of the project that installs it, brings neither dependencies nor compiler.
import { execSync } from "node:child_process";
import { rmSync, statSync } from "node:fs";

const at = (path) => new URL(path, import.meta.url);
const run = (command) => execSync(command, { cwd: at("."), stdio: "inherit" });
const changed = (path) => statSync(at(path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

// npm leaves a list of what it has installed.
if (changed("node_modules/.package-lock.json") < changed("package-lock.json")) {
  // Without scripts: this one is among them.
  run("npm ci --prefix . --include=dev --ignore-scripts --no-audit --no-fund --loglevel=error");
}
rmSync(at("dist"), { recursive: true, force: true });
run("npm run build --prefix . --silent");
