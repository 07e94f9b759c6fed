import type { Check, Found } from './check.ts'

/** Somebody keeps the staff, somebody approves, and whoever approves may. */
export const checkRights: Check = ({ sections: { roles, approval } }) => {
  if (!roles) return []
  const found: Found[] = []
  const mayApprove = new Set(
    roles.filter((role) => role.permissions.includes('case.approve')).map(({ code }) => code),
  )
  if (!roles.some((role) => role.permissions.includes('people.manage'))) {
    found.push({
      keys: ['roles'],
      message: 'ни у одной роли нет права people.manage: дайте его тому, кто ведёт сотрудников',
    })
  }
  if (mayApprove.size === 0) {
    found.push({
      keys: ['roles'],
      message: 'ни у одной роли нет права case.approve: дайте его тому, кто утверждает ответы',
    })
  }
  const declared = new Set(roles.map(({ code }) => code))
  for (const [i, rule] of (approval ?? []).entries()) {
    for (const [j, code] of rule.by.entries()) {
      if (!declared.has(code) || mayApprove.has(code)) continue
      const message = `роль «${code}» утверждает ответы, но права case.approve у неё нет: добавьте право или уберите роль`
      found.push({ keys: ['approval', i, 'by', j], message })
    }
  }
  for (const [i, role] of roles.entries()) {
    if (role.reach === 'centre' || !role.permissions.includes('case.read')) continue
    const message = `право case.read открывает все дела, а охват роли «${role.code}» уже: оставьте case.read-own или reach: centre`
    found.push({ keys: ['roles', i, 'reach'], message })
  }
  return found
}

/** Every route leads somewhere, every fast track has topics, and the rules of approval do not contradict each other. */
export const checkRules: Check = ({
  sections: { topics, organisations },
  readable: { approval, routing, fastTrack },
}) => {
  const found: Found[] = []
  const regimes = new Set<string>()
  approval?.forEach(({ regime = 'все' }, i) => {
    if (regimes.has(regime))
      found.push({
        keys: ['approval', i],
        message: 'для этого вида правило утверждения уже есть: оставьте одно',
      })
    regimes.add(regime)
  })
  routing?.forEach((rule, i) => {
    if (rule.organisation !== undefined || rule.sectorBlock !== undefined) return
    found.push({
      keys: ['routing', i],
      message: 'у маршрута нет ни organisation, ни sectorBlock: укажите хотя бы одно',
    })
  })
  fastTrack?.forEach((rule, i) => {
    if (rule.topics.length + rule.topicGroups.length > 0) return
    found.push({
      keys: ['fastTrack', i],
      message: 'у ускоренного решения нет тем: укажите topics или topicGroups',
    })
  })
  if (topics?.catalogue === 'none' && topics.own.every((group) => group.topics.length === 0)) {
    found.push({
      keys: ['topics'],
      message: 'каталог выключен, а своих тем нет: опишите topics.own или верните catalogue: shipped',
    })
  }
  if (organisations?.every(({ kind }) => kind === 'outside')) {
    found.push({ keys: ['organisations'], message: 'все организации сторонние: добавьте хотя бы одну свою' })
  }
  return found
}
