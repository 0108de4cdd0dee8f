import type { Instant } from '../../../../kernel/instant.ts'
import { call, type AnswerOf, type Told } from '../../../../ui/client.ts'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useEffect, useState } from '../../../../ui/hooks.ts'
import { showInstant } from '../../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { listTasks, listWorkshops, openWorkshop } from '../../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Listed = AnswerOf<typeof listWorkshops>
type Task = AnswerOf<typeof listTasks>['tasks'][number]

/** The workshops of a teacher, and the way to open another. */
export function WorkshopsPage() {
  const words = useWords(zh, en)
  const [listed, setListed] = useState<Listed | null>(null)
  const [tasks, setTasks] = useState<readonly Task[]>([])
  const [told, setTold] = useState<Told | null>(null)
  useEffect(() => {
    void Promise.all([call(listWorkshops, {}), call(listTasks, {})]).then(([own, offered]) => {
      if (own.ok) setListed(own.value)
      else setTold(own.refusal)
      if (offered.ok) setTasks(offered.value.tasks)
    })
  }, [])
  return (
    <main className="lab-tasks board-list" aria-busy={listed === null && told === null}>
      <div className="board-top">
        <h1>{words.title}</h1>
        <a href="/lab">{words.back}</a>
      </div>
      <p className="z-reading">{words.lead}</p>
      {told !== null && <RefusalNote refusal={told} />}
      {listed === null && told === null && <WaitingSkeleton head={false} lines={3} />}
      {listed !== null && (
        <>
          <Fresh institutions={listed.institutions} tasks={tasks} onTold={setTold} />
          <h2>{words.list.title}</h2>
          {listed.workshops.length === 0 ? <EmptyState what={words.list.none} how={words.list.noneHow} /> : <Own listed={listed} />}
        </>
      )}
    </main>
  )
}

type FreshProps = {
  readonly institutions: readonly string[]
  readonly tasks: readonly Task[]
  readonly onTold: (told: Told | null) => void
}

function Fresh({ institutions, tasks, onTold }: FreshProps) {
  const words = useWords(zh, en)
  const [busy, setBusy] = useState(false)
  const open = async (event: { preventDefault: () => void; currentTarget: EventTarget }): Promise<void> => {
    event.preventDefault()
    const typed = Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement)) as Record<string, string>
    const { institution = institutions[0] ?? '', name = '', task = '', mode = 'practice' } = typed
    setBusy(true)
    const answer = await call(openWorkshop, { body: { institution, name, task, mode: mode as 'practice' } })
    setBusy(false)
    onTold(answer.ok ? null : answer.refusal)
    if (answer.ok) location.assign(`/lab/board/${institution}/${answer.value.workshopId}`)
  }
  return (
    <form className="board-fresh" aria-label={words.fresh.title} onSubmit={event => void open(event)}>
      <h2>{words.fresh.title}</h2>
      {institutions.length > 1 && (
        <label>
          <span>{words.fresh.institution}</span>
          <select name="institution">
            {institutions.map(code => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span>{words.fresh.name}</span>
        <input name="name" required maxLength={40} placeholder={words.fresh.namePlaceholder} autoComplete="off" />
      </label>
      <label>
        <span>{words.fresh.task}</span>
        <select name="task" required>
          {tasks.map(({ task, title }) => (
            <option value={task} key={task}>
              {task} {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{words.fresh.mode}</span>
        <select name="mode">
          {(['practice', 'guided', 'explore'] as const).map(mode => (
            <option value={mode} key={mode}>
              {words.mode[mode]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="z-button z-button-primary" disabled={busy || tasks.length === 0}>
        {words.fresh.open}
      </button>
    </form>
  )
}

function Own({ listed }: { readonly listed: Listed }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  return (
    <ul className="lab-task-list">
      {listed.workshops.map(one => (
        <li key={one.workshopId}>
          <div>
            <h3>{one.name}</h3>
            <p className="z-note">
              {[
                `${one.task} ${one.title}`,
                words.mode[one.mode],
                showInstant(one.openedAt as Instant, language),
                fill(words.list.seats, { n: one.seats }),
                one.closedAt === null ? fill(words.list.code, { code: one.code }) : words.list.closed,
              ].join('　')}
            </p>
          </div>
          <a className="z-button" href={`/lab/board/${one.institution}/${one.workshopId}`}>
            {words.list.enter}
          </a>
        </li>
      ))}
    </ul>
  )
}
