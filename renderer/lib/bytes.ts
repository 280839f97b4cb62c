import type { FileContent } from '../../shared/contract/file.ts';

/** The bytes of a file from base64. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  return Uint8Array.from(text, (symbol) => symbol.charCodeAt(0));
}

/** A file that the user chose, as the contract carries it. Rejects when the browser cannot read it. */
export function fileContent(file: File): Promise<FileContent> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const address = String(reader.result);
      resolve({ name: file.name, base64: address.slice(address.indexOf(',') + 1) });
    });
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}

/** Hands a file to the user: the browser's own download, or the shell's save window. */
export function saveFile({ name, base64 }: FileContent, type = 'application/octet-stream'): void {
  const address = URL.createObjectURL(new Blob([bytesOf(base64)], { type }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
