import type { ComponentType } from 'react'
import { useEffect, useMemo, useRef, useState } from '../../../../ui/hooks.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { type ExamState, obstacleOf } from '../../engine/exam-state.ts'
import type { Exam } from '../../engine/exam.ts'
import type { ItemWorld } from '../../engine/world/item-world.ts'
import type { SheetItem } from '../../engine/sheet.ts'
import { en } from '../../words/words.en.ts'
import { zh } from '../../words/words.zh.ts'
import { HandButton } from '../hand-button.tsx'
import { Notices } from '../notices.tsx'
import { SaveState } from '../save-state.tsx'
import { Timer } from '../timer.tsx'

type Props = {
  readonly exam: Exam
  readonly state: ExamState
  readonly item: SheetItem
  readonly hideTime: boolean
  readonly onHideTime: () => void
  readonly onClose: () => void
}
type Desktop = ComponentType<{ readonly world: ItemWorld }>

/** The world of an item over the whole screen: time, saving and the raised hand stay in sight, one button leads back to the paper. */
export function WorldScreen({ exam, state, item, hideTime, onHideTime, onClose }: Props) {
  const words = useWords(zh, en)
  const world = useMemo(() => exam.world(item.itemId), [exam, item.itemId])
  const back = useRef<HTMLButtonElement>(null)
  useEffect(() => back.current?.focus(), [])
  const stopped = obstacleOf(state)
  return (
    <div className="x-world" role="dialog" aria-modal="true" aria-label={fill(words.world.title, { number: item.number })}>
      <header className="x-top x-world-top">
        <button type="button" className="z-button" ref={back} onClick={onClose}>
          {words.world.back}
        </button>
        <strong className="x-world-name">{fill(words.world.title, { number: item.number })}</strong>
        <SaveState state={state} />
        <Timer exam={exam} hidden={hideTime} onToggle={onHideTime} />
        <HandButton exam={exam} help={state.help} />
      </header>
      <Notices state={state} />
      {/* what is half written stays; only the hands are held while the paper stands still */}
      <div className={stopped === null ? 'x-world-body' : 'x-world-body x-world-stopped'} inert={stopped !== null}>
        <Loaded world={world} />
      </div>
    </div>
  )
}

/** The desktop is fetched when a world is opened for the first time. */
function Loaded({ world }: { readonly world: ItemWorld }) {
  const words = useWords(zh, en).world
  const [desktop, setDesktop] = useState<Desktop | 'lost' | null>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let gone = false
    setDesktop(null)
    import('./world-desktop.tsx')
      .then(loaded => void (gone || setDesktop(() => loaded.WorldDesktop as Desktop)))
      .catch(() => void (gone || setDesktop('lost')))
    return () => void (gone = true)
  }, [tries])
  if (desktop === null) return <p className="x-world-wait">{words.loading}</p>
  if (desktop === 'lost')
    return (
      <div className="x-world-wait" role="alert">
        <p>{words.lost}</p>
        <button type="button" className="z-button" onClick={() => setTries(n => n + 1)}>
          {words.again}
        </button>
      </div>
    )
  const Shown = desktop
  return <Shown world={world} />
}
