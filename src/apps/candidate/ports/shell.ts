/** The shell of the client as the browser keeps it: the pages come up also when no server answers. */
export type Shell = {
  /** Nobody is at work: a build that waits may take over. */
  freeToChange(): void
}

/** Registers the service worker where the browser has one; plain LAN addresses are no secure context and have none. */
export function browserShell(): Shell {
  const workers = (globalThis.navigator as Navigator | undefined)?.serviceWorker
  if (!workers) return { freeToChange: () => undefined }
  let isFree = false
  const wanted = workers.register('/exam/sw.js', { scope: '/exam/' }).catch(() => null)
  const hadOne = workers.controller !== null
  workers.addEventListener('controllerchange', () => hadOne && isFree && location.reload())
  const change = async () => {
    isFree = true
    const registration = await wanted
    registration?.waiting?.postMessage('take-over')
  }
  return { freeToChange: () => void change() }
}
