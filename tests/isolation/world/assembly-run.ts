import type { Country } from './centre.ts'
import type { Known } from './samples.ts'

/** A blueprint of level four, and a run of it with a form to decide on; ordered by the first national officer, approved by the second, done by the centre's job. */
export async function anAssemblyRun(country: Country): Promise<Known> {
  const first = await country.persona('national-1')
  const second = await country.persona('national-2')
  const ask = async (method: 'GET' | 'POST', path: string, payload?: object, headers = first) => {
    const reply = await country.app.inject({ method, url: `/api/assembly/${path}`, headers, ...(payload && { payload }) })
    if (reply.statusCode !== 200) throw new Error(`${path}: ${reply.body}`)
    return reply.json()
  }
  const { version } = await ask('POST', 'blueprints', { editionId: 'ec-2005', level: 'L4' })
  const { blueprintId, blueprintVersionId } = version
  await ask('POST', `blueprint-versions/${blueprintVersionId}/approvals`, { guard: 1 }, second)
  const { groups } = await ask('GET', `blueprint-versions/${blueprintVersionId}/candidate-groups`)
  const known = { blueprintId, blueprintVersionId, groupId: groups[0]?.groupId, candidateGroupIds: [] }
  const { runId } = await ask('POST', `blueprint-versions/${blueprintVersionId}/runs`, {})
  for (;;) {
    const { run } = await ask('GET', `runs/${runId}`)
    if (run.state === 'done') return { ...known, runId }
    if (run.state !== 'queued' && run.state !== 'running') throw new Error(`the run ended as ${run.state}`)
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}
