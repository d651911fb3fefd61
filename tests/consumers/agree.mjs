// Judges documents by a schema with ajv: `node agree.mjs SCHEMA TEXTS`, two JSON files, the second an array of JSON texts.
// Prints an array of booleans. The strict modes make ajv refuse a schema in which anything is unknown to it or ignored by it; strictRequired stays
// off, since it wants `properties` repeated beside each `required` of a branch.

import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";

const [schema, texts] = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, "utf8")));
const ajv = new Ajv2020.default({ strictSchema: true, strictNumbers: true, strictTypes: true, strictTuples: true });
const validate = ajv.compile(schema);

console.log(JSON.stringify(texts.map((text) => validate(JSON.parse(text)))));
