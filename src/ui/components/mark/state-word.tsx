import type { ReactNode } from 'react'

/**
 * What a state means to the person who reads it. Each tone has its own shape, so that it survives
 * a black-and-white printer and eyes that do not tell colours apart.
 */
export type Tone = 'done' | 'running' | 'waiting' | 'failing' | 'idle' | 'ended'

const shapes: Readonly<Record<Tone, ReactNode>> = {
  done: <path d="M6 .5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11zM3.3 6.2l1.9 1.9 3.6-3.8" className="z-shape-solid" />,
  running: (
    <>
      <circle cx="6" cy="6" r="4.75" className="z-shape-ring" />
      <path d="M6 1.25a4.75 4.75 0 0 1 0 9.5z" className="z-shape-fill" />
    </>
  ),
  waiting: <path d="M6 1.1 11.4 10.8H.6z" className="z-shape-fill" />,
  failing: <path d="M1 1h10v10H1zM3.7 3.7l4.6 4.6M8.3 3.7 3.7 8.3" className="z-shape-solid" />,
  idle: <circle cx="6" cy="6" r="4.75" className="z-shape-ring" />,
  ended: <path d="M1.5 6h9" className="z-shape-bar" />,
}

/** A state as word, shape and colour together. */
export function StateWord({
  tone,
  children,
  strong = false,
  sentence = false,
}: {
  readonly tone: Tone
  readonly children: ReactNode
  readonly strong?: boolean
  /** More than a word: it may be broken into lines. */
  readonly sentence?: boolean
}) {
  return (
    <span className={`z-state z-tone-${tone}${strong ? ' z-strong' : ''}${sentence ? ' z-state-sentence' : ''}`}>
      <StateShape tone={tone} />
      <span>{children}</span>
    </span>
  )
}

/** The shape alone, for dense places that print the word elsewhere. */
export function StateShape({ tone, size = 12 }: { readonly tone: Tone; readonly size?: number }) {
  return (
    <svg className={`z-shape z-tone-${tone}`} width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
      {shapes[tone]}
    </svg>
  )
}
