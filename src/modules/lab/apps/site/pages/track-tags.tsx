import { useState } from '../../../../../ui/hooks.ts'
import { AreaField, ChoiceField } from '../../../pages/parts/fields.tsx'
import { type Bench, type Project, pagesOf } from './view.ts'
import { words } from './words.ts'

const TRIGGERS = Object.entries(words.triggers).map(([value, zh]) => ({ value, zh }))
const TRIGGER_NAMES: Readonly<Record<string, string>> = words.triggers

/** `item_id=YQ01` a line each → names and values; a line without a sign is a name without a value. */
function readParams(text: string): Record<string, string> {
  const pairs = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => {
      const [name = '', ...rest] = line.split('=')
      return [name.trim(), rest.join('=').trim()] as const
    })
  return Object.fromEntries(pairs)
}

/** 统计代码: which events of a page are counted. */
export function TrackTags({ view, project, act, busy }: Bench) {
  const [given, setGiven] = useState({ page: '', event: '', trigger: 'load', params: '' })
  const put = (more: Partial<typeof given>): void => setGiven({ ...given, ...more })
  const needed = view.trackEvents.find(e => e.name === given.event)?.needed ?? []
  const add = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const acted = await act('site.track.tag', { ...given, project: project.id, params: readParams(given.params) })
    if (acted.kind === 'done') put({ event: '', params: '' })
  }
  const events = view.trackEvents.map(({ name }) => ({ value: name, zh: name }))
  return (
    <section className="site-part" aria-label={words.tags}>
      <h2>{words.tags}</h2>
      <Tags project={project} />
      <form className="site-line" onSubmit={event => void add(event)}>
        <ChoiceField
          label={words.page}
          value={given.page}
          onValue={page => put({ page })}
          choices={pagesOf(project)}
          empty={words.choose}
          required
        />
        <ChoiceField
          label={words.event}
          value={given.event}
          onValue={event => put({ event })}
          choices={events}
          empty={words.choose}
          required
        />
        <ChoiceField label={words.trigger} value={given.trigger} onValue={trigger => put({ trigger })} choices={TRIGGERS} />
        <AreaField
          label={words.params}
          value={given.params}
          onValue={params => put({ params })}
          rows={3}
          note={needed.length === 0 ? '' : `${words.needed}：${needed.join('、')}`}
        />
        <button type="submit" className="z-button" disabled={busy}>
          {words.setTag}
        </button>
      </form>
    </section>
  )
}

function Tags({ project }: { readonly project: Project }) {
  if (project.tags.length === 0) return <p className="z-note">{words.noTags}</p>
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.page}</th>
          <th scope="col">{words.event}</th>
          <th scope="col">{words.trigger}</th>
          <th scope="col">{words.paramsHead}</th>
        </tr>
      </thead>
      <tbody>
        {project.tags.map(({ page, event, trigger, params }, i) => (
          <tr key={i}>
            <td>{page}</td>
            <td>
              <code>{event}</code>
            </td>
            <td>{TRIGGER_NAMES[trigger] ?? trigger}</td>
            <td>
              {Object.entries(params)
                .map(([name, value]) => `${name}=${value}`)
                .join('，') || words.none}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
