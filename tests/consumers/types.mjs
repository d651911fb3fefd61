// Makes TypeScript types of a schema: `node types.mjs SCHEMA`, a JSON file. Prints them, as a JSON text.

import { readFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";

const schema = JSON.parse(readFileSync(process.argv[2], "utf8"));

console.log(JSON.stringify(await compile(schema, "Record", { bannerComment: "" })));
