import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../../../../../ui/words.ts'
import { mayDo, useHall } from '../desk/hall.ts'
import { useWall } from '../wall/wall-provider.tsx'
import { CloseForm } from './close-form.tsx'
import { type Control, useControl } from './control-address.ts'
import { HaltForm } from './halt-form.tsx'
import { ResumeForm } from './resume-form.tsx'
import { StopForm } from './stop-form.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** The control of the hall: what is done about a room or the site as a whole. */
export function ControlDialog() {
  const [{ control, haltId }, go] = useControl()
  return control === null ? null : (
    <ModalFrame onClose={() => go(null)}>
      <OpenControl key={`${control} ${haltId}`} control={control} haltId={haltId} go={go} />
    </ModalFrame>
  )
}

function ModalFrame({ onClose, children }: { readonly onClose: () => void; readonly children: ReactNode }) {
  const words = useWords(zh, en)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog ref={dialog} className="h-control" aria-label={words.menu} onCancel={event => (event.preventDefault(), onClose())}>
      {children}
    </dialog>
  )
}

type OpenProps = { readonly control: Control; readonly haltId: string | null; readonly go: (control: Control | null) => void }

function OpenControl({ control, haltId, go }: OpenProps) {
  const { pending } = useWall()
  const end = () => go(null)
  switch (control) {
    case 'menu':
      return <ControlMenu go={go} />
    case 'pause':
    case 'fault':
      return <HaltForm kind={control} onEnd={end} />
    case 'resume': {
      const halt = pending?.halts.find(one => one.haltId === haltId)
      return halt ? <ResumeForm halt={halt} onEnd={end} /> : <ControlMenu go={go} />
    }
    case 'stop':
      return <StopForm onEnd={end} />
    case 'close':
      return <CloseForm onEnd={end} />
  }
}

function ControlMenu({ go }: { readonly go: (control: Control | null) => void }) {
  const words = useWords(zh, en)
  const { me, sitting } = useHall()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  const entries = (
    [
      ['pause', words.choose.pause, words.choose.pauseNote],
      ['fault', words.choose.fault, words.choose.faultNote],
      ['stop', words.choose.stop, words.choose.stopNote],
      ['close', words.choose.close, words.choose.closeNote],
    ] as const
  ).filter(([control]) => mayDo(me, control === 'fault' ? 'pause' : control))
  return (
    <div ref={list} className="h-control-menu">
      <h3>{words.menu}</h3>
      {sitting.closedAt !== null && <p className="h-warn">{words.closed}</p>}
      {entries.map(([control, name, note]) => (
        <button
          key={control}
          type="button"
          className={`h-control-entry h-control-${control}`}
          disabled={sitting.closedAt !== null}
          onClick={() => go(control)}
        >
          <strong>{name}</strong>
          <span className="z-note">{note}</span>
        </button>
      ))}
      <button type="button" className="z-button" onClick={() => go(null)}>
        {words.back}
      </button>
    </div>
  )
}
