import { type Result, ok } from '../../../kernel/result.ts'

/** What is asked of QTI documents. */
export type QtiArguments =
  | { readonly verb: 'run'; readonly file: string; readonly responses: string | null; readonly correct: boolean; readonly seed: string }
  | { readonly verb: 'check'; readonly file: string }
  | { readonly verb: 'help' }

export const QTI_USAGE = `用法 usage: zhiheng qti run <试题.xml|试题包.zip> [--responses 作答.json] [--correct] [--seed 种子]
            zhiheng qti check <试题包.zip|试题.xml>`

export const QTI_HELP = `${QTI_USAGE}

  run    按试题自身的评分规则处理作答，以JSON输出结果变量；试题包则逐题输出，并处理其中的试卷 (process the responses, print the outcomes)
  check  列出每道试题的题型、用到的处理元素和不能处理之处，并检查图片 (what is in it, and what cannot be processed)

  --responses  作答文件，见下；不给则视为未作答 (responses; without it nothing was responded)
  --correct    以试题声明的正确作答代替作答文件 (respond with the declared correct responses)
  --seed       随机取值的种子，默认1；种子相同则结果相同 (same seed, same clone; 1 by default)

作答文件 responses.json

  单个试题：以作答变量的标识为键 (one item: by response identifier)
    {"RESPONSE": "A"}                    单值 single，也可为数字或true/false
    {"RESPONSE": ["A", "C"]}             多值或有序 multiple, ordered
    {"RESPONSE": "A B"}                  配对 pair、有向配对 directedPair、点 point（"120 80"）
    {"RESPONSE": ["A X", "B Y"]}         多个配对 several pairs
    {"RESPONSE": 12.5}                   时长 duration 以秒计 in seconds
    {"RESPONSE": "3.14"}                 记录 record 可由数字文本得出 from the text of a number
    {"RESPONSE": {"x": 1, "y": {"baseType": "float", "value": 2}}}   记录 record 的各字段 fields
    {"RESPONSE": null}                   未作答；不写出的变量取其默认值 blank; a name left out takes its default

  试题包：以试题在包中的路径或其标识为键，试卷则以试题引用的标识为键 (a package: by path, identifier or item reference)
    {"items/q1.xml": {"RESPONSE": "A"}, "q2": {"RESPONSE": ["B"]}}

退出码 exit code：0 全部处理 all processed，1 有不能处理之处 faults，2 文件或参数不能读取 unreadable`

/** Why the words cannot be followed. */
export type QtiArgumentFault = { readonly zh: string; readonly en: string }

/** Reads the words after `qti`. */
export function parseQtiArguments([verb = '', ...words]: readonly string[]): Result<QtiArguments, QtiArgumentFault> {
  if (['--help', '-h', 'help'].includes(verb) || words.includes('--help')) return ok({ verb: 'help' })
  if (verb !== 'run' && verb !== 'check') return fault(`不认识的子命令“${verb}”。`, `unknown verb "${verb}"`)
  const files: string[] = []
  let read = { responses: null as string | null, correct: false, seed: '1' }
  const queue = [...words]
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (!word.startsWith('--')) files.push(word)
    else if (verb === 'run' && word === '--correct') read = { ...read, correct: true }
    else if (verb === 'run' && (word === '--responses' || word === '--seed')) {
      const value = queue.shift()
      if (value === undefined || value === '' || value.startsWith('--')) return fault(`参数${word}缺少取值。`, `${word} needs a value`)
      read = { ...read, [word.slice(2)]: value }
    } else return fault(`不认识的参数“${word}”。`, `unknown argument "${word}"`)
  }
  const [file, ...more] = files
  if (file === undefined || more.length > 0) return fault('需要恰好一个文件。', 'exactly one file is needed')
  if (read.correct && read.responses !== null)
    return fault('--responses与--correct不能同时使用。', '--responses and --correct exclude each other')
  return ok(verb === 'check' ? { verb, file } : { verb, file, ...read })
}

function fault(zh: string, en: string): Result<never, QtiArgumentFault> {
  return { ok: false, refusal: { zh, en } }
}
