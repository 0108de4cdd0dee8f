import { call, type AnswerOf, type Told } from '../../../ui/client.ts'
import { RefusalNote } from '../../../ui/components/page/refusal-note.tsx'
import { useEffect, useState } from '../../../ui/hooks.ts'
import { fill, useWords } from '../../../ui/words.ts'
import { readReplay, readReplayStep, readWorld } from '../contract.ts'
import type { Around, WorldAnswer } from './app-page.ts'
import { clockText } from './desktop/clock-text.ts'
import { StandingWorld } from './standing-world.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Story = AnswerOf<typeof readReplay>
type Props = { readonly worldId: string; readonly seq: number | null; readonly ownerId: string | null }

/** 复盘: the story of a world, an event a line, and the world as it stood after the chosen one. Nothing can be done in it. */
export function ReplayPage({ worldId, seq, ownerId }: Props) {
  const words = useWords(zh, en)
  const [world, setWorld] = useState<WorldAnswer | null>(null)
  const [story, setStory] = useState<Story | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  useEffect(() => {
    const asked = { params: { worldId }, query: ownerId === null ? {} : { ownerId } }
    void Promise.all([call(readWorld, asked), call(readReplay, asked)]).then(([shown, captions]) => {
      if (!shown.ok) return setTold(shown.refusal)
      if (!captions.ok) return setTold(captions.refusal)
      setWorld(shown.value)
      setStory(captions.value)
    })
  }, [worldId, ownerId])
  if (told !== null)
    return (
      <div className="lab-lost">
        <RefusalNote refusal={told} />
        <a className="z-button" href="/lab">
          {words.frame.back}
        </a>
      </div>
    )
  if (world === null || story === null) return <p className="lab-loading">{words.frame.loading}</p>
  return <Replay world={world} story={story} first={seq ?? story.captions[0]?.seq ?? 1} ownerId={ownerId} />
}

type ReplayProps = { readonly world: WorldAnswer; readonly story: Story; readonly first: number; readonly ownerId: string | null }

function Replay({ world, story, first, ownerId }: ReplayProps) {
  const words = useWords(zh, en).replay
  const [seq, setSeq] = useState(first)
  const [around, setAround] = useState<Around | null>(null)
  const { worldId } = world
  useEffect(() => {
    // who drags along the line asks for many steps: only the last one asked for is shown
    let wanted = true
    const asked = { params: { worldId, seq }, query: ownerId === null ? {} : { ownerId } }
    const wait = setTimeout(
      () => void call(readReplayStep, asked).then(step => wanted && step.ok && setAround(step.value.view as Around)),
      80,
    )
    return () => {
      wanted = false
      clearTimeout(wait)
    }
  }, [worldId, seq, ownerId])
  return (
    <div className="lab-desktop">
      <aside className="lab-task" aria-label={words.title}>
        <header>
          <p className="z-note">
            <a href={`/lab/worlds/${worldId}`}>{words.title}</a> {world.task}
          </p>
          <h1>{world.title}</h1>
        </header>
        <p className={story.whole ? 'z-note' : 'lab-broken'}>{story.whole ? words.whole : words.broken}</p>
        <label className="lab-scrub">
          {fill(words.at, { seq, last: story.last })}
          <input
            type="range"
            min={1}
            max={story.last}
            value={seq}
            onInput={event => setSeq(Number((event.target as HTMLInputElement).value))}
          />
        </label>
        <Captions story={story} seq={seq} onChoose={setSeq} />
      </aside>
      {around === null ? (
        <p className="lab-loading">{words.loading}</p>
      ) : (
        <StandingWorld apps={world.apps} around={around} note={words.past} refused={words.past} />
      )}
    </div>
  )
}

function Captions({ story, seq, onChoose }: { readonly story: Story; readonly seq: number; readonly onChoose: (seq: number) => void }) {
  const words = useWords(zh, en).replay
  const current = story.captions.findLast(caption => caption.seq <= seq)
  return (
    <ol className="lab-captions" aria-label={words.events}>
      {story.captions.map(caption => (
        <li key={caption.seq}>
          <button
            type="button"
            className={caption.own ? 'lab-own' : ''}
            aria-current={caption.seq === current?.seq}
            onClick={() => onChoose(caption.seq)}
          >
            <span className="z-note">{clockText(caption.at)}</span>
            {caption.caption.slice(20)}
          </button>
        </li>
      ))}
    </ol>
  )
}
