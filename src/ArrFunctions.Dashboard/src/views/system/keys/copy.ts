/** Puts the text of a field into the clipboard. Without TLS browsers have no clipboard for pages: then the old command does it, or the text stays selected. */
export async function copy(field: HTMLInputElement): Promise<boolean> {
  field.select();
  if (window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(field.value);
      return true;
    } catch {
      // Refused by the browser: the command below may still be allowed.
    }
  }

  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return document.execCommand('copy');
}
