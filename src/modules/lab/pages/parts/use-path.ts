import { useEffect, useState } from '../../../../ui/hooks.ts'
import { partsOf } from '../desktop/addresses.ts'

type Bar = { readonly address: string; readonly go: (address: string) => void }

/**
 * Which page of a site is open, by the path in the address bar. It is kept here too, so that one can leaf through a site in a replay, where
 * the bar leads nowhere.
 */
export function usePath({ address, go }: Bar): readonly [path: string, open: (path: string) => void] {
  const [path, setPath] = useState(partsOf(address).path)
  useEffect(() => setPath(partsOf(address).path), [address])
  const open = (to: string): void => {
    setPath(to)
    go(`http://${partsOf(address).host}${to}`)
  }
  return [path === '' ? '/' : path, open]
}

/** `/item/P1` → `['item', 'P1']`; parts that are no proper text are taken as they stand. */
export function pathParts(path: string): readonly string[] {
  return path
    .split('/')
    .filter(part => part !== '')
    .map(part => {
      try {
        return decodeURIComponent(part)
      } catch {
        return part
      }
    })
}
