/** The script in front of office.js: it must be small, and must work where nothing else loads. */
import './microsoft-ajax';
import { recordScriptFailure } from './office-script';
import { recordViolations } from './page-violations';
import { guardScripts } from '../site/script-policy';

guardScripts(window);
recordViolations();
recordScriptFailure();
