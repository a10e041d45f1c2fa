/** For a page that has office.js alone: the pane brings the same stand-in itself. */
import '../../src/outlook/microsoft-ajax';
