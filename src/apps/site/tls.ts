import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Certificate and key that `zhiheng key tls` put into the data folder; undefined where there are none. */
export function readTls(dataFolder: string): { readonly cert: string; readonly key: string } | undefined {
  const [cert, key] = ['server.crt', 'server.key'].map(name => join(dataFolder, 'tls', name))
  return cert && key && existsSync(cert) && existsSync(key)
    ? { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') }
    : undefined
}
