import type { ReactNode } from 'react'
import type { Face } from './seat-face.ts'

/** A sign for each face on a 16 grid: told apart by shape alone. */
const SIGNS: Readonly<Record<Face, ReactNode>> = {
  hand: <path d="M8 1.5v8M5 4v6M11 3v7M13.6 6.2v3.6c0 2.8-2 4.9-5 4.9-2.3 0-3.6-1-4.7-3L2.4 8.6" className="h-sign-line" />,
  offline: <path d="M2 6.4c3.6-3 8.4-3 12 0M4.6 9.4c2-1.7 4.8-1.7 6.8 0M3 14 13 2" className="h-sign-line" />,
  trouble: <path d="M8 1.6 15 14H1zM8 6.2v3.6M8 11.6v.6" className="h-sign-cut" />,
  paused: <path d="M3.6 2.5h3v11h-3zM9.4 2.5h3v11h-3z" className="h-sign-fill" />,
  working: <circle cx="8" cy="8" r="5.4" className="h-sign-fill" />,
  'checked-in': (
    <>
      <circle cx="8" cy="8" r="5.4" className="h-sign-line" />
      <path d="M8 2.6a5.4 5.4 0 0 1 0 10.8z" className="h-sign-fill" />
    </>
  ),
  expected: <circle cx="8" cy="8" r="5.4" className="h-sign-line h-sign-dashed" />,
  'handed-in': <path d="m2.2 8.6 3.9 4L13.8 4" className="h-sign-line h-sign-strong" />,
  ended: <path d="M3 3h10v10H3z" className="h-sign-fill" />,
  absent: <path d="M2.5 8h11" className="h-sign-line h-sign-strong" />,
  broken: <path d="m3 3 10 10M13 3 3 13" className="h-sign-line h-sign-strong" />,
  free: <path d="M3 3h10v10H3z" className="h-sign-line h-sign-dashed" />,
}

/** The sign of a face; the word stands beside it or in the name of the tile. */
export function SeatSign({ face, size = 14 }: { readonly face: Face; readonly size?: number }) {
  return (
    <svg className={`h-sign h-face-${face}`} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {SIGNS[face]}
    </svg>
  )
}

/** Three bars, so many of them full. */
export function LinkBars({ bars }: { readonly bars: number }) {
  return (
    <svg className={`h-bars h-bars-${bars}`} width="13" height="11" viewBox="0 0 13 11" aria-hidden="true">
      {[0, 1, 2].map(at => (
        <rect key={at} x={at * 4.5} y={8 - at * 4} width="3.4" height={3 + at * 4} className={at < bars ? 'h-bar-full' : 'h-bar-empty'} />
      ))}
    </svg>
  )
}

/** A battery filled as far as it is. */
export function BatteryMark({ percent, charging }: { readonly percent: number; readonly charging: boolean }) {
  return (
    <svg
      className={percent <= 15 && !charging ? 'h-battery h-battery-low' : 'h-battery'}
      width="17"
      height="10"
      viewBox="0 0 17 10"
      aria-hidden="true"
    >
      <rect x=".6" y=".6" width="13.8" height="8.8" rx="1.6" className="h-battery-case" />
      <path d="M15.8 3.4v3.2" className="h-battery-case" />
      <rect x="2.2" y="2.2" width={Math.max(1, (10.6 * percent) / 100)} height="5.6" className="h-battery-charge" />
      {charging && <path d="M8.4 1.6 5.6 5.4h3l-.8 3 2.8-3.8h-3z" className="h-battery-flash" />}
    </svg>
  )
}
