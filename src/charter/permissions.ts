/** The closed list of permissions; charters hand them to roles. The Russian name stands on screens. */
export const permissions = {
  'case.read': 'видеть все дела центра',
  'case.read-own': 'видеть дела, назначенные себе, и дела своего отраслевого блока',
  'case.register': 'регистрировать обращения вручную',
  'case.qualify': 'определять вид, подвид и тип обращения',
  'case.set-topic': 'определять тему и место',
  'case.assign': 'назначать и менять исполнителя',
  'case.take': 'брать в работу',
  'case.draft': 'готовить ответ',
  'case.approve': 'утверждать ответ и возвращать на доработку',
  'case.approve-own': 'утверждать ответ, подготовленный собой',
  'case.deliver': 'отмечать отправку и публикацию ответа',
  'case.postpone': 'откладывать решение до даты',
  'case.forward': 'перенаправлять в другой орган',
  'case.close': 'закрывать дело с итогом',
  'case.reopen': 'возобновлять работу по сообщению',
  'case.join': 'присоединять повторы',
  'case.note': 'оставлять заметки и прикладывать файлы',
  'resident.reveal': 'видеть данные и полный текст заявителя с указанием цели',
  'resident.erase': 'уничтожать персональные данные по акту',
  'import.run': 'загружать выгрузки',
  'list.export': 'выгружать списки',
  'insight.read': 'видеть показатели в пределах своего охвата',
  'charter.read': 'видеть устав центра',
  'charter.apply': 'применять новую редакцию устава',
  'people.manage': 'вести сотрудников и роли',
  'journal.read': 'видеть журнал действий',
  'read-log.read': 'видеть журнал обращений к персональным данным',
} as const

export type Permission = keyof typeof permissions
export const permissionCodes = Object.keys(permissions) as [Permission, ...Permission[]]
