// Everything runs in the browser: there is no server to render on, and none that would see the data.
export const ssr = false;
