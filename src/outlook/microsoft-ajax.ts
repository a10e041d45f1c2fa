/**
 * Stands in for "Microsoft Ajax 3.5". office.js would fetch that library from ajax.aspnetcdn.com and wait for
 * it before `onReady`; that host was down in May 2025 and in January 2026. With these few parts in the page
 * office.js does not ask for it. They are written from the calls of office.js and check nothing.
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
