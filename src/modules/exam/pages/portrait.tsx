import { useState } from 'react'
import './portrait.css'

type Props = { readonly source: string; readonly alt: string; /** Stands in the frame where there is no photo. */ readonly missing: string }

/** A candidate's photo in the frame of a two-inch print. Another source needs another `key`. */
export function Portrait({ source, alt, missing }: Props) {
  const [absent, setAbsent] = useState(false)
  if (absent) return <p className="z-portrait-frame z-note">{missing}</p>
  return <img className="z-portrait-frame" src={source} alt={alt} onError={() => setAbsent(true)} />
}
