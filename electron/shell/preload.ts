import { contextBridge, ipcRenderer } from 'electron';

/**
 * The only bridge into the window. When the page says that it listens, the port that carries the contract is passed on to it;
 * besides, the page may have itself printed to a PDF file that the user chooses. Nothing else crosses.
 */
window.addEventListener('message', (event) => {
  if (event.source === window && event.data === 'nuantuo:ready') ipcRenderer.send('nuantuo:port');
});

ipcRenderer.on('nuantuo:port', (event) => {
  window.postMessage('nuantuo:port', window.location.origin, event.ports);
});

contextBridge.exposeInMainWorld(
  'nuantuoShell',
  Object.freeze({
    savePdf: (name: string): Promise<boolean> =>
      ipcRenderer.invoke('nuantuo:save-pdf', String(name)) as Promise<boolean>,
  }),
);
