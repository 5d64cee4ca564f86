// Validates JSON with Ajv, strictly, for the tests beside it. On stdin {schema, documents}, the documents as texts; on
// stdout for each what is wrong with it, as a list of texts.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const { schema, documents } = JSON.parse(readFileSync(0, "utf8"));
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);
const faults = (text) =>
  validate(JSON.parse(text)) ? [] : validate.errors.map((error) => `${error.instancePath}: ${error.message}`);
process.stdout.write(JSON.stringify(documents.map(faults)));
