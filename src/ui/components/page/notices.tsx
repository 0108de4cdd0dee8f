import { useEffect, useState } from '../../hooks.ts'
import { StateWord, type Tone } from '../mark/state-word.tsx'

type Notice = { readonly id: number; readonly text: string; readonly tone: Tone }

let shown: readonly Notice[] = []
let last = 0
const listeners = new Set<() => void>()

function show(next: readonly Notice[]): void {
  shown = next
  for (const listener of listeners) listener()
}

/** Says in passing that something was done: “已保存”. It leaves by itself after five seconds; refusals use RefusalNote, which stays. */
export function notice(text: string, tone: Tone = 'done'): void {
  const id = ++last
  show([...shown, { id, text, tone }].slice(-3))
  setTimeout(() => show(shown.filter(one => one.id !== id)), 5000)
}

/** Where notices appear; once in the frame. */
export function Notices() {
  const [notices, follow] = useState(shown)
  useEffect(() => {
    const listener = () => follow(shown)
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [])
  return (
    <div className="z-notices" role="status">
      {notices.map(one => (
        <p key={one.id}>
          <StateWord tone={one.tone}>{one.text}</StateWord>
        </p>
      ))}
    </div>
  )
}
