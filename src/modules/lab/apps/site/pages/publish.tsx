import { showBytes } from '../../../../../ui/format.ts'
import { useState } from '../../../../../ui/hooks.ts'
import { dayText } from '../../../core/world/calendar.ts'
import type { WorldTime } from '../../../core/world/ids.ts'
import { shortTime } from '../../../pages/desktop/clock-text.ts'
import { ChoiceField, TextField } from '../../../pages/parts/fields.tsx'
import type { Project, SiteProps, Space } from './view.ts'
import { words } from './words.ts'

type Props = SiteProps & { readonly project: Project | null }
type SpaceProps = Props & { readonly space: Space }

/** 发布: the spaces, what is on them, their domain and certificate. */
export function Publish(props: Props) {
  const { spaces } = props.view
  return (
    <div className="site-pad">
      {spaces.length === 0 && <p className="site-empty">{words.noSpaces}</p>}
      {spaces.map(space => (
        <SpaceCard {...props} space={space} key={space.host} />
      ))}
    </div>
  )
}

function SpaceCard(props: SpaceProps) {
  const { space, project, act, busy } = props
  return (
    <section className="site-space" aria-label={space.host}>
      <header>
        <h2>{space.host}</h2>
        <span className={space.live === null ? 'z-note' : 'site-good'}>
          {space.live === null ? words.notLive : `${words.live} ${space.live}`}
        </span>
        <span className="lab-space" />
        <span className="z-note">
          {words.used} {showBytes(space.used)} / {showBytes(space.quota)}
        </span>
        <button
          type="button"
          className="z-button z-button-primary"
          disabled={busy || project === null}
          onClick={() => void act('site.deploy', { project: project?.id, space: space.host })}
        >
          {words.deploy}
        </button>
      </header>
      {space.versions.length > 0 && <Versions {...props} />}
      <div className="site-two">
        <Bind {...props} />
        <Https {...props} />
      </div>
    </section>
  )
}

function Versions({ space, act, busy }: SpaceProps) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.version}</th>
          <th scope="col">{words.published}</th>
          <th scope="col">{words.fileCount}</th>
          <th scope="col">{words.acts}</th>
        </tr>
      </thead>
      <tbody>
        {space.versions.toReversed().map(({ n, at, files }) => (
          <tr key={n}>
            <td>{n}</td>
            <td>{shortTime(at)}</td>
            <td>{files}</td>
            <td>
              {n === space.live ? (
                <span className="site-good">{words.live}</span>
              ) : (
                <button
                  type="button"
                  className="z-link"
                  disabled={busy}
                  aria-label={`${words.rollback} ${n}`}
                  onClick={() => void act('site.rollback', { space: space.host, n })}
                >
                  {words.rollback}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Bind({ space, act, busy }: SpaceProps) {
  const [domain, setDomain] = useState('')
  const bind = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const acted = await act('site.domain.bind', { space: space.host, domain: domain.trim() })
    if (acted.kind === 'done') setDomain('')
  }
  return (
    <form className="site-line" onSubmit={event => void bind(event)}>
      <TextField label={words.domain} value={domain} onValue={setDomain} required maxLength={100} />
      <button type="submit" className="z-button" disabled={busy}>
        {words.bind}
      </button>
      {space.domain !== null && (
        <p className="site-good">
          {words.bound} {space.domain}
        </p>
      )}
    </form>
  )
}

function Https({ view, space, act, busy }: SpaceProps) {
  const [certificate, setCertificate] = useState('')
  const enable = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    void act('site.https.enable', { space: space.host, certificate })
  }
  const choices = view.certificates.map(({ id, host, until }) => ({ value: id, zh: `${host}（至 ${dayText(until as WorldTime)}）` }))
  return (
    <form className="site-line" onSubmit={enable}>
      <ChoiceField label={words.certificate} value={certificate} onValue={setCertificate} choices={choices} empty={words.choose} required />
      <button type="submit" className="z-button" disabled={busy || choices.length === 0}>
        {words.https}
      </button>
      {space.https !== null && (
        <p className={space.https.expired ? 'site-bad' : 'site-good'}>
          {space.https.expired ? words.httpsBad : `${words.httpsOn} ${dayText(space.https.until as WorldTime)}`}
        </p>
      )}
    </form>
  )
}
