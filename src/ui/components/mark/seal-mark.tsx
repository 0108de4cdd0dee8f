import { colour } from '../../tokens.ts'
import { sealPath } from './seal-path.ts'

/** 衡 as a square seal, cinnabar on paper. With a `label` it speaks, without one it is beside words that do. */
export function SealMark({ size = 32, label }: { readonly size?: number; readonly label?: string }) {
  const framed = size >= 28
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 64 64"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <rect width="64" height="64" rx="5" fill={colour.cinnabar} />
      {framed && (
        <rect x="4.25" y="4.25" width="55.5" height="55.5" rx="2.5" fill="none" stroke={colour.paper} style={{ strokeWidth: 1.5 }} />
      )}
      <path d={sealPath} fill={colour.paper} transform={framed ? undefined : 'translate(-4.5 -4.5) scale(1.14)'} />
    </svg>
  )
}
