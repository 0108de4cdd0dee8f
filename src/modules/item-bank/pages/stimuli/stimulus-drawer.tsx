import { Button, Drawer, Input, Modal } from 'antd'
import { useState } from 'react'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { readStimulus } from '../../contract.ts'
import type { AnswerOf } from '../../../../ui/client.ts'
import { FactField } from '../studio/facts/fact-field.tsx'
import { MediaList } from '../studio/facts/media-list.tsx'
import { usePictureDialog } from '../studio/facts/use-picture-dialog.tsx'
import type { StudioParts } from '../studio/studio-parts.ts'
import type { NewestStimulus } from './newest-stimuli.ts'
import { StimulusPreview } from './stimulus-preview.tsx'
import { type KeptStimulus, type StimulusDraft, useStimulusDraft } from './use-stimulus-draft.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './stimuli.css'

type Props = {
  readonly place: { readonly editionId: string; readonly level: string }
  /** The stimulus to change; null for a new one. */
  readonly stimulus: NewestStimulus | null
  /** What a new one begins with. */
  readonly prose?: unknown
  readonly writer: string
  readonly parts: StudioParts
  readonly onKept: (kept: KeptStimulus) => void
  readonly onClose: () => void
}

/** A stimulus written beside what candidates will see of it. Changing opens the newest version, on record. */
export function StimulusDrawer(props: Props) {
  const { stimulus, prose } = props
  const words = useWords(zh, en)
  const read = useRead(
    readStimulus,
    { params: { stimulusVersionId: stimulus?.stimulusVersionId ?? '' }, body: {} },
    { once: true, enabled: stimulus !== null },
  )
  if (stimulus === null) return <Writing {...props} first={{ caption: '', prose: prose ?? '', source: '' }} known={[]} />
  if (read.data)
    return (
      <Writing
        {...props}
        first={{ caption: stimulus.caption, prose: read.data.prose, source: read.data.source ?? '' }}
        known={read.data.media}
      />
    )
  return (
    <Drawer open onClose={props.onClose} size="min(1200px, 100vw)" title={stimulus.caption}>
      {read.isError ? <RefusalNote refusal={read.error.told} what={words.panel.refused} /> : <WaitingSkeleton lines={8} />}
    </Drawer>
  )
}

type Media = AnswerOf<typeof readStimulus>['media']
/** What the drawer opens with: a draft, and the pictures whose licences are known. */
type Opening = { readonly first: StimulusDraft; readonly known: Media }

function Writing({ place, stimulus, writer, parts, onKept, onClose, first, known }: Props & Opening) {
  const words = useWords(zh, en).editor
  const changed = stimulus && { stimulusId: stimulus.stimulusId, newest: stimulus.number }
  const hold = useStimulusDraft({
    place,
    first,
    changed,
    onKept: (kept, caption) => {
      notice(fill(words.kept, { caption }))
      onKept(kept)
    },
  })
  const [leaving, setLeaving] = useState(false)
  const next = { n: (stimulus?.number ?? 0) + 1, items: stimulus?.items ?? 0 }
  return (
    <Drawer
      open
      onClose={() => (hold.isDirty ? setLeaving(true) : onClose())}
      size="min(1200px, 100vw)"
      title={stimulus ? fill(words.titleNext, { caption: stimulus.caption }) : words.titleNew}
      extra={<KeepButton hold={hold} label={stimulus ? fill(words.keepNext, next) : words.keep} isNew={stimulus === null} />}
    >
      <div className="z-stimulus-desk">
        {stimulus && <p className="z-note z-stimulus-wide">{fill(next.items > 0 ? words.noteNext : words.noteUnused, next)}</p>}
        <RefusalNote refusal={hold.refusal} what={words.refused} />
        <Fields hold={hold} isNew={stimulus === null} writer={writer} parts={parts} known={known} />
        <StimulusPreview prose={hold.draft.prose} parts={parts} />
      </div>
      <Modal
        open={leaving}
        title={words.leave.title}
        okText={words.leave.ok}
        cancelText={words.leave.cancel}
        onOk={onClose}
        onCancel={() => setLeaving(false)}
      />
    </Drawer>
  )
}

type Hold = ReturnType<typeof useStimulusDraft>

function KeepButton({ hold, label, isNew }: { readonly hold: Hold; readonly label: string; readonly isNew: boolean }) {
  const words = useWords(zh, en).editor
  return (
    <span className="z-stimulus-acts">
      {hold.isDirty && <span className="z-note">{words.unsaved}</span>}
      <Button type="primary" loading={hold.busy} disabled={!isNew && !hold.isDirty} title={words.keys} onClick={() => void hold.keep()}>
        {label}
      </Button>
    </span>
  )
}

type FieldsProps = {
  readonly hold: Hold
  readonly isNew: boolean
  readonly writer: string
  readonly parts: StudioParts
  readonly known: Media
}

/** Name, text with its pictures, source. The name of a stimulus stays what it was. */
function Fields({ hold, isNew, writer, parts, known }: FieldsProps) {
  const words = useWords(zh, en).editor
  const [media, setMedia] = useState(known)
  const pictures = usePictureDialog(writer, kept => setMedia(before => [...before, kept]))
  return (
    <div className="z-stack">
      <CaptionField hold={hold} isNew={isNew} />
      <parts.ProseEditor
        label={words.prose}
        note={words.proseHint}
        path="prose"
        value={hold.draft.prose}
        faults={hold.faults}
        addPicture={pictures.addPicture}
        onChange={prose => hold.change({ prose })}
      />
      <FactField label={words.source} path="source" faults={hold.faults}>
        <Input
          aria-label={words.source}
          maxLength={300}
          placeholder={words.sourceHint}
          value={hold.draft.source}
          onChange={event => hold.change({ source: event.target.value })}
        />
      </FactField>
      <MediaList media={media} documents={{ content: hold.draft.prose, key: null, rubric: null }} />
      {pictures.dialog}
    </div>
  )
}

function CaptionField({ hold, isNew }: { readonly hold: Hold; readonly isNew: boolean }) {
  const words = useWords(zh, en).editor
  if (!isNew) return null
  return (
    <FactField label={words.caption} path="caption" faults={hold.faults} note={words.captionHint}>
      <Input
        aria-label={words.caption}
        maxLength={100}
        value={hold.draft.caption}
        onChange={event => hold.change({ caption: event.target.value })}
      />
    </FactField>
  )
}
