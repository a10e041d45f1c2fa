/** Checks each file against its schema and says what to mend in the words of the schema's `errorMessage`. */
import Ajv from 'ajv';
import addErrorMessages from 'ajv-errors';
import { fault } from './faults.mjs';
import { placeOf } from './layout.mjs';

/** `/steps/2/who` → `steps[2].who` */
const asPath = (pointer, ...more) =>
  [...pointer.split('/').slice(1), ...more]
    .map((part) =>
      /^\d+$/.test(part) ? `[${part}]` : `.${part.replaceAll('~1', '/').replaceAll('~0', '~')}`,
    )
    .join('')
    .replace(/^\./, '');

const valueAt = (data, pointer) =>
  pointer
    .split('/')
    .slice(1)
    .reduce((value, part) => value?.[part.replaceAll('~1', '/').replaceAll('~0', '~')], data);

const shown = (value) => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

/** What one of ajv's own errors says, for people. */
const describe = (error, data) => {
  const { keyword, params, instancePath } = error;
  if (keyword === 'required')
    return { path: asPath(instancePath, params.missingProperty), wrong: 'is missing' };
  if (keyword === 'additionalProperties')
    return { path: asPath(instancePath, params.additionalProperty), wrong: 'is not a field of this record' };
  const path = asPath(instancePath);
  const value = shown(valueAt(data, instancePath));
  if (keyword === 'enum') return { path, wrong: `${value} is not one of ${params.allowedValues.join(', ')}` };
  if (keyword === 'pattern') return { path, wrong: `${value} does not have the right form` };
  if (keyword === 'uniqueItems') return { path, wrong: `entries ${params.j} and ${params.i} are the same` };
  return { path, wrong: `${error.message.replace('must NOT have', 'must not have')}, but is ${value}` };
};

/** Compiling takes far longer than checking, and tests check the same schemas many times. */
const validators = new WeakMap();

/** @returns a function (schema name, data) → ajv's errors */
const validator = (schemas) => {
  if (!validators.has(schemas)) validators.set(schemas, compile(schemas));
  return validators.get(schemas);
};

const compile = (schemas) => {
  const ajv = addErrorMessages(new Ajv({ allErrors: true, allowUnionTypes: true, schemas }));
  return (name, data) => {
    const validate = ajv.getSchema(`${name}.schema.json`);
    if (!validate) throw new Error(`src/knowledge/schemas/${name}.schema.json is missing.`);
    return validate(data) ? [] : (validate.errors ?? []);
  };
};

const findings = (file, schema, data, errors) =>
  errors.flatMap((error) => {
    const own = error.keyword === 'errorMessage';
    const mend = own ? error.message : `Compare with src/knowledge/schemas/${schema}.schema.json.`;
    return (own ? error.params.errors : [error]).map((cause) => {
      const { path, wrong } = describe(cause, data);
      return fault(file, path, wrong, mend);
    });
  });

/** Every file has a place, and every file with a schema follows it. */
export const checkSchemas = ({ files, schemas }) => {
  const errorsOf = validator(schemas);
  return [...files].flatMap(([file, data]) => {
    const place = placeOf(file);
    if (!place)
      return [
        fault(
          file,
          '',
          'no knowledge is kept at this place',
          'Move it, or mend the name: see CONTRIBUTING.md.',
        ),
      ];
    return place.schema ? findings(file, place.schema, data, errorsOf(place.schema, data)) : [];
  });
};
