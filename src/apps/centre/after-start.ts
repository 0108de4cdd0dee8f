import type { Centre } from './server.ts'

/** What a person sees once the centre runs. */
export async function afterStart(centre: Centre, args: { verb: string; real: boolean }): Promise<void> {
  console.log(`职衡 Zhiheng 已启动：${centre.address}`)
  if (args.verb === 'migrate' || args.verb === 'seed') {
    await centre.stop()
    process.exit(0)
  }
}
