import { useSearchParams } from 'react-router'

export const CONTROLS = ['menu', 'pause', 'fault', 'stop', 'close', 'resume'] as const
export type Control = (typeof CONTROLS)[number]

/** Which control is open, and for which pause or fault; in the address, so that a reload opens it again. */
export function useControl(): readonly [
  { readonly control: Control | null; readonly haltId: string | null },
  (control: Control | null, haltId?: string) => void,
] {
  const [address, setAddress] = useSearchParams()
  const go = (control: Control | null, haltId?: string) =>
    setAddress(
      was => {
        const next = new URLSearchParams(was)
        next.delete('do')
        next.delete('halt')
        if (control !== null) next.set('do', control)
        if (haltId !== undefined) next.set('halt', haltId)
        return next
      },
      { replace: true },
    )
  return [{ control: CONTROLS.find(one => one === address.get('do')) ?? null, haltId: address.get('halt') }, go]
}
