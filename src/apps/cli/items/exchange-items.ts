import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fillText } from '../../../kernel/refusal-catalogue.ts'
import type { Refusal } from '../../../kernel/result.ts'
import { INTERACTION_NAMES } from '../../../modules/interactions/contract.ts'
import { FORMAT_NAMES, type FormatId, itemBankRefusals } from '../../../modules/item-bank/contract.ts'
import { readExchange, writeExchange } from '../../../modules/item-bank/index.ts'
import { EXCHANGE_USAGE, parseConvert, parseInspect } from './exchange-arguments.ts'

type Read = Extract<Awaited<ReturnType<typeof readExchange>>, { readonly ok: true }>['value']

/** Reads a file of items and tells what came through, what was lost and what could not be taken. Exit code 1 with faults, 2 when it cannot be read. */
export async function inspectItems(words: readonly string[]): Promise<number> {
  const args = parseInspect(words)
  if (args === null) return misused()
  const read = await readFile(args.file, args.format)
  if (read === null) return 2
  if (args.json) console.log(JSON.stringify(jsonOf(read), null, 1))
  else tell(read)
  return read.imported.faults.length > 0 ? 1 : 0
}

/** The same, and writes the items in another format; tells what that format lost and proves it by reading the file back. */
export async function convertItems(words: readonly string[]): Promise<number> {
  const args = parseConvert(words)
  if (args === null) return misused()
  const read = await readFile(args.file, args.format)
  if (read === null) return 2
  const written = await writeExchange(args.to, read.imported)
  writeFileSync(args.out, written.bytes)
  const count = (state: string) => written.crossings.filter(one => one.state === state).length
  if (args.json) {
    console.log(
      JSON.stringify(
        {
          read: jsonOf(read),
          written: { format: args.to, bytes: written.bytes.length, losses: written.losses, crossings: written.crossings },
        },
        null,
        1,
      ),
    )
  } else {
    tell(read)
    console.log(
      `写为${FORMAT_NAMES[args.to].zh}：完全一致${count('identical')}题，有变化${count('changed')}题，未能保存${count('absent')}题`,
    )
    for (const loss of written.losses)
      console.log(`  ${loss.item} ${loss.element} ${loss.kind === 'lost' ? '丢失' : '改变'}：${loss.zh} (${loss.en})`)
  }
  return read.imported.faults.length > 0 || count('absent') > 0 ? 1 : 0
}

function misused(): number {
  console.error(EXCHANGE_USAGE)
  return 2
}

async function readFile(file: string, format: FormatId | null): Promise<Read | null> {
  if (!existsSync(file)) {
    console.error(`没有文件${file}。(no such file)\n${EXCHANGE_USAGE}`)
    return null
  }
  const read = await readExchange({ name: basename(file), bytes: readFileSync(file) }, format)
  if (read.ok) return read.value
  tellRefusal(read.refusal)
  return null
}

function tellRefusal({ code, facts, fields = [] }: Refusal): void {
  const text = (itemBankRefusals as Readonly<Record<string, { readonly zh: string; readonly en: string }>>)[code]
  console.error(text === undefined ? code : `${fillText(text.zh, facts)}(${fillText(text.en, facts)})`)
  for (const field of fields) console.error(`  ${field.path}：${field.zh} (${field.en})`)
}

function jsonOf({ format, imported }: Read) {
  const { items, losses, faults, stimuli, media } = imported
  return {
    format: format.id,
    items,
    stimuli,
    pictures: media.map(({ media: digest, mediaType, bytes }) => ({ media: digest, mediaType, bytes: bytes.length })),
    losses,
    faults,
  }
}

function tell({ format, imported }: Read): void {
  const types = Map.groupBy(imported.items, item => item.type)
  console.log(
    `${FORMAT_NAMES[format.id].zh}：${imported.items.length}题可导入，${imported.faults.length}处错误，${imported.losses.length}处损失 (items, faults, losses)`,
  )
  for (const [type, items] of types) console.log(`  ${INTERACTION_NAMES[type].zh}（${type}） ${items.length}`)
  for (const fault of imported.faults) console.log(`  错误 ${fault.item} ${fault.element}：${fault.zh} (${fault.en})`)
  for (const loss of imported.losses)
    console.log(`  ${loss.kind === 'lost' ? '丢失' : '改变'} ${loss.item} ${loss.element}：${loss.zh} (${loss.en})`)
}
