/** An app that can be looked at: those without a host of their own are programs of the machine. */
export type Tab = { readonly id: string; readonly zh: string; readonly address: string }

type App = { readonly id: string; readonly zh: string; readonly host: string | null }

/** The address of an app: its host, or `about:` for a program. */
export function tabOf({ id, zh, host }: App): Tab {
  return { id, zh, address: host === null ? `about:${id}` : `http://${host}/` }
}

/** `https://bank.lab.test/pay` → its scheme, host and path; what is no address has no host. */
export function partsOf(address: string): { readonly scheme: string; readonly host: string; readonly path: string } {
  const found = /^(?:(https?):\/\/)?([a-z0-9.-]+)(\/\S*)?$/i.exec(address.trim())
  if (found === null) return { scheme: '', host: '', path: '' }
  return { scheme: (found[1] ?? 'http').toLowerCase(), host: (found[2] ?? '').toLowerCase(), path: found[3] ?? '/' }
}

/** Which app answers for an address: the one whose host it is, a program by its name, or else the browser itself (null when there is none). */
export function appFor(address: string, apps: readonly App[]): string | null {
  const program = /^about:(\w+)$/.exec(address)?.[1]
  if (program !== undefined) return apps.some(app => app.id === program) ? program : null
  const { host } = partsOf(address)
  return apps.find(app => app.host === host)?.id ?? (apps.some(app => app.id === 'net') ? 'net' : null)
}
