import { Modal, Segmented, Switch } from 'antd'
import { useState } from 'react'
import { hundredths, showMarks } from '../../../../../kernel/marks.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import { type InteractionType, type ItemDocument, type Prose, interactionOf } from '../../../../interactions/contract.ts'
import type { Documents } from '../studio-draft.ts'
import type { StudioParts } from '../studio-parts.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { ScreenFrame } from './screen-frame.tsx'

type Props = {
  readonly type: InteractionType
  readonly marks: number
  readonly documents: Documents
  /** Whether the draft is sound, so that a response to it can be scored. */
  readonly isSound: boolean
  readonly parts: Pick<StudioParts, 'View' | 'Prose' | 'shownOf'>
  /** The shared stimulus that the item stands with. */
  readonly stimulus: Prose | null
}

/** Screens in pixels, and how much of them the column of an item takes in the exam client; a case takes the wider one. */
const SCREENS = { desk: { width: 1366, shown: 768, wide: 1038 }, phone: { width: 390, shown: 390, wide: 390 } } as const
type Screen = keyof typeof SCREENS

/** The item as a candidate sees it: the same view in the same type sizes, on a desk or a telephone, plain or in high contrast. */
export function Preview(props: Props) {
  const { type, documents, parts } = props
  const words = useWords(zh, en).look
  const [screen, setScreen] = useState<Screen>(() => (innerWidth < 720 ? 'phone' : 'desk'))
  const [contrast, setContrast] = useState(false)
  const [large, setLarge] = useState(false)
  const [response, setResponse] = useState<ItemDocument | null>(null)
  const shown = parts.shownOf(type, documents.content)
  const { width, shown: usual, wide } = SCREENS[screen]
  const frame = { title: words.frame, width, shown: type === 'case' ? wide : usual }
  const paper = { ...props, shown, contrast, response, onRespond: setResponse }
  return (
    <div className="z-preview">
      <div className="z-preview-bar">
        <Segmented<Screen>
          size="small"
          aria-label={words.screen}
          value={screen}
          options={(['desk', 'phone'] as const).map(value => ({ value, label: words[value] }))}
          onChange={setScreen}
        />
        <label>
          <Switch size="small" checked={contrast} onChange={setContrast} aria-label={words.contrast} /> {words.contrast}
        </label>
        <button type="button" className="z-link" disabled={!shown} onClick={() => setLarge(true)}>
          {words.larger}
        </button>
      </div>
      {shown ? (
        <ScreenFrame {...frame}>
          <Paper {...paper} name="preview" />
        </ScreenFrame>
      ) : (
        <p className="z-preview-none">{NEEDS.has(type) ? words.nothingGaps : words.nothing}</p>
      )}
      {response && <Tried {...props} response={response} onClear={() => setResponse(null)} />}
      <Modal open={large} onCancel={() => setLarge(false)} footer={null} width="min(1366px, 96vw)" title={words.frame} destroyOnHidden>
        <ScreenFrame {...frame}>
          <Paper {...paper} name="large" />
        </ScreenFrame>
      </Modal>
    </div>
  )
}

type PaperProps = Props & {
  readonly shown: ItemDocument | null
  readonly contrast: boolean
  readonly response: ItemDocument | null
  readonly name: string
  readonly onRespond: (response: ItemDocument | null) => void
}

/** The sheet of the exam client with its one item. */
function Paper({ type, marks, parts, stimulus, shown, contrast, response, name, onRespond }: PaperProps) {
  const words = useWords(zh, en).look
  return (
    <article className={contrast ? 'z-exam-paper z-exam-contrast' : 'z-exam-paper'}>
      {stimulus && (
        <div className="z-exam-stimulus">
          <parts.Prose prose={stimulus} />
        </div>
      )}
      <header>
        <h4>{words.number}</h4>
        <span>{fill(words.marks, { n: showMarks(hundredths(marks)) })}</span>
      </header>
      {shown && <parts.View type={type} content={shown} response={response} name={name} onRespond={onRespond} />}
    </article>
  )
}

/** What the response tried in the preview would earn, where the machine can say it. */
function Tried({
  type,
  marks,
  documents,
  isSound,
  response,
  onClear,
}: Props & { readonly response: ItemDocument; readonly onClear: () => void }) {
  const words = useWords(zh, en).look
  const facts = { ...documents, rubric: documents.rubric ?? {}, response, max: hundredths(marks) }
  const score = isSound ? interactionOf(type).score(facts) : null
  return (
    <p className="z-preview-tried" role="status">
      {score && score.outcome !== 'pending' && (
        <span>{fill(words.tried, { got: showMarks(score.earned), max: showMarks(score.max) })}</span>
      )}
      <button type="button" className="z-link" onClick={onClear}>
        {words.clear}
      </button>
    </p>
  )
}

const NEEDS: ReadonlySet<InteractionType> = new Set(['blank', 'inline-choice', 'table-fill', 'hot-area', 'case'])
