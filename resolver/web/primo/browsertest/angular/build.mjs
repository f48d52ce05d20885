// Builds the host: npm ci && npm run build. The test TestAngularHost runs where it was built.
import { build } from "esbuild";

await build({
  entryPoints: ["main.ts"], outfile: "dist/host.js", bundle: true, format: "esm", target: "es2022", minify: true,
  tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
});
