/**
 * SUPPLEMENT, development only. @microsoft/office-js 1.1.110 is code of 2022: it lacks calls that
 * today's clients have.
 *
 * - It adds those that a read-mode add-in can use (`getAsFileAsync`, `officeTheme`, `DragAndDropEvent`). They go over
 *   office.js's own message channel, under names of our own.
 * - It takes away what the played client lacks.
 * - It comes after the unmodified office.js in the page, and changes objects at run time only.
 * - It does nothing outside our mailbox, or where a call is already there.
 */
import { contextFacade } from './parts/facades';
import { officeInternals, readDevHost } from './parts/internals';

const devHost = readDevHost();
const internals = officeInternals();

if (devHost && internals) {
  const { factory, hostNames } = internals;
  // onReady's answer, context.platform and context.diagnostics all come from this table.
  hostNames.getInstance().platformRemappings.web = devHost.platform;

  // office.js hands its finished context over once, before onReady; its own properties can neither be
  // written nor redefined, so add-ins get an object whose prototype is the real one.
  const setContext = factory.setContext.bind(factory);
  factory.setContext = (context) => {
    setContext(contextFacade(context, devHost, factory));
  };
}
