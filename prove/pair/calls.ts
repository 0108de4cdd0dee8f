/** What a server answered; `status` 0: nothing within the patience. */
export type Told = { readonly status: number; readonly body: Readonly<Record<string, unknown>>; readonly code: string; readonly cookies: string }

const PATIENCE_MS = 2_500

export async function call(
  url: string,
  how: { readonly body?: object; readonly headers?: Readonly<Record<string, string>>; readonly patienceMs?: number } = {},
): Promise<Told> {
  try {
    const reply = await fetch(url, {
      method: how.body ? 'POST' : 'GET',
      headers: { ...how.headers, ...(how.body ? { 'content-type': 'application/json' } : {}) },
      ...(how.body ? { body: JSON.stringify(how.body) } : {}),
      signal: AbortSignal.timeout(how.patienceMs ?? PATIENCE_MS),
    })
    const text = await reply.text()
    const body = (text === '' ? {} : JSON.parse(text)) as Told['body'] & { readonly error?: { readonly code: string } }
    const cookies = reply.headers.getSetCookie().map(one => one.split(';')[0] ?? '')
    return { status: reply.status, body, code: body.error?.code ?? '', cookies: cookies.join('; ') }
  } catch {
    return { status: 0, body: {}, code: 'away', cookies: '' }
  }
}

export type Console = Readonly<Record<string, string>>

/** Signs a person of the hall in at one of the servers. */
export async function signIn(address: string, staffId: string, passPhrase: string): Promise<Console> {
  const signed = await call(`${address}/api/delivery/hall/sign-ins`, { body: { staffId, passPhrase }, patienceMs: 10_000 })
  if (signed.status !== 200) throw new Error(`${staffId} is not signed in: ${signed.status} ${signed.code}`)
  return { cookie: signed.cookies, 'x-zhiheng-csrf': /zh_csrf=([^;]+)/.exec(signed.cookies)?.[1] ?? '' }
}
