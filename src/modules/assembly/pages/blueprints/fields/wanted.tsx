import { type ReactNode, createContext, useContext, useEffect, useRef } from 'react'
import '../blueprints.css'

/** The field the address asks for, and what is said of it there. */
export type Wanted = { readonly field: string; readonly said: ReactNode }
/** Null when the address asks for no field. */
export const WantedField = createContext<Wanted | null>(null)

type Props = { readonly path: string; readonly children: ReactNode }

/** A field that can be led to: it comes into view, takes the focus and stands out when the address names it. */
export function FieldSpot({ path, children }: Props) {
  const wanted = useContext(WantedField)
  const spot = useRef<HTMLDivElement>(null)
  const isWanted = wanted?.field === path
  useEffect(() => {
    if (!isWanted || spot.current === null) return
    const entry = spot.current.querySelector<HTMLElement>('input:not(:disabled), button:not(:disabled)')
    spot.current.scrollIntoView({ block: 'center' })
    ;(entry ?? spot.current).focus({ preventScroll: true })
  }, [isWanted])
  return (
    <div ref={spot} tabIndex={-1} className={isWanted ? 'z-spot z-spot-wanted' : 'z-spot'} data-field={path}>
      {children}
      {isWanted && <div className="z-spot-said">{wanted.said}</div>}
    </div>
  )
}
