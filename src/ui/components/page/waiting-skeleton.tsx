import { useEffect, useState } from '../../hooks.ts'

/** True once `ms` have passed: what is ready sooner never flickers. */
export function useLate(ms = 300): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return late
}

const widths = ['92%', '78%', '86%', '64%', '90%', '72%']

/** Stands in for content that takes longer than 300 ms: a head and so many lines. */
export function WaitingSkeleton({ lines = 4, head = true }: { readonly lines?: number; readonly head?: boolean }) {
  const late = useLate()
  return (
    <div className="z-skeleton" aria-busy="true" style={{ visibility: late ? 'visible' : 'hidden' }}>
      {head && <span className="z-skeleton-head" />}
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} style={{ width: widths[line % widths.length] }} />
      ))}
    </div>
  )
}
