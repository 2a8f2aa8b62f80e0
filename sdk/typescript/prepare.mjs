// Compiles the package when it is installed from its folder. npm runs this but, where the folder
// lies outside of the project that installs it, brings neither its dependencies nor the compiler.
import { execSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";

const run = (command) => execSync(command, { cwd: new URL(".", import.meta.url), stdio: "inherit" });

if (!existsSync(new URL("node_modules/typescript", import.meta.url))) {
  // Without scripts: this one is among them.
  run("npm ci --prefix . --include=dev --ignore-scripts --no-audit --no-fund --loglevel=error");
}
rmSync(new URL("dist", import.meta.url), { recursive: true, force: true });
run("npm run build --prefix . --silent");
