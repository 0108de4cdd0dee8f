import { showMinute } from './show-minute.ts'
import { readCountry } from './seed/country.ts'
import type { CentreArguments } from './arguments.ts'
import type { Centre } from './server.ts'

const DUTIES: Readonly<Record<string, string>> = {
  'national-officer': '国家中心',
  'provincial-officer': '省级鉴定中心',
  registrar: '报名审核员',
  'institution-manager': '培训鉴定机构',
  teacher: '培训教师',
  'site-manager': '考点负责人',
  'site-engineer': '考点系统管理员',
  invigilator: '监考员',
  assessor: '考评员',
  'chief-assessor': '考评组长',
  'external-verifier': '质量督导员',
  'item-writer': '命题员',
  'item-reviewer': '审题员',
  auditor: '审计员',
}

/** Prints where the centre is and, in the seed country, whom one may sign in as. */
export function tellAddress(centre: Centre, args: CentreArguments): void {
  console.log(`\n职衡 Zhiheng  ${centre.address}\n`)
  if (args.real) return
  console.log(`示范国家，当前时间 ${showMinute(centre.ports.clock.now())}。在登录页选择体验身份即可进入：`)
  for (const { persona, name, duties } of readCountry().staff)
    console.log(
      `  ${persona.padEnd(24)}${name}　${duties.map(([role, , code]) => `${DUTIES[role] ?? role}${code ? ` ${code}` : ''}`).join('、')}`,
    )
  console.log('  candidate-…             考生（报名各阶段均有人）')
  console.log(
    `\n证书查询 ${centre.address}/certificates   考试端 ${centre.address}/exam/   接口说明 ${centre.address}/api/openapi.json\n按 Ctrl+C 停止。`,
  )
}
