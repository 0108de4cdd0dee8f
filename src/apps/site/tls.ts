import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'

/** Certificate and key that `zhiheng key tls` put into the data folder; undefined where there are none. */
export function readTls(dataFolder: string): { readonly cert: string; readonly key: string } | undefined {
  const [cert, key] = ['server.crt', 'server.key'].map(name => join(dataFolder, 'tls', name))
  return cert && key && existsSync(cert) && existsSync(key)
    ? { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') }
    : undefined
}

/**
 * From now on this process trusts the authority of the hall beside those it trusts anyway: the other server shows a certificate of it. Its key
 * was never kept, so it vouches for the two servers of this site and for nothing else. Does nothing where there is none.
 */
export function trustAuthority(dataFolder: string): void {
  const file = join(dataFolder, 'tls', 'authority.crt')
  if (existsSync(file)) setDefaultCACertificates([...getCACertificates('default'), readFileSync(file, 'utf8')])
}
