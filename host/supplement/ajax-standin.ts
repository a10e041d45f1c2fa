/**
 * STAND-IN, development only. The Outlook web build of office.js wants "Microsoft Ajax 3.5" and would
 * fetch it from a content network. This is the little of it that office.js calls, written from those
 * calls; it checks nothing. It comes before office.js in the page.
 */

const hide = (target: object, name: string, value: unknown): void => {
  Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
};

const errorMaker =
  (label: string) =>
  (name?: string, message?: string): Error =>
    Object.assign(new Error(`Sys.${label}: ${message ?? 'Invalid argument.'} (${name ?? '?'})`), {
      name: `Sys.${label}`,
    });

/** The files of texts call `Type.registerNamespace("Strings")` and `SomeClass.registerClass("…")`. */
function registerNamespace(name: string): void {
  let scope = window as unknown as Record<string, unknown>;
  for (const part of name.split('.')) scope = (scope[part] ??= {}) as Record<string, unknown>;
}

hide(window, 'Type', Function);
hide(Function, 'registerNamespace', registerNamespace);
hide(Function, 'registerClass', () => undefined);
hide(Function.prototype, 'registerClass', function registerClass(this: unknown) {
  return this;
});

// Argument checks: null means "nothing wrong".
hide(Function, '_validateParams', () => null);
hide(Function, '_validateParameter', () => null);
hide(Error, 'argument', errorMaker('ArgumentException'));
hide(Error, 'parameterCount', errorMaker('ParameterCountException'));

hide(window, 'Sys', {
  StringBuilder: function StringBuilder() {
    // Only ever constructed.
  },
  Debug: { trace: () => undefined },
  Serialization: {
    JavaScriptSerializer: {
      serialize: (value: unknown) => JSON.stringify(value),
      deserialize: (text: string) => JSON.parse(text) as unknown,
    },
  },
});

export {};
