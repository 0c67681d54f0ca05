/**
 * The same as `prepareCalendar`, for a program that can fetch nothing later: the service worker. The polyfill comes
 * along, and steps in only where the platform has no Temporal of its own.
 */
import 'temporal-polyfill/global';
