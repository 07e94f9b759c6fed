/**
 * Answers: the words here are answer (interim or final), draft, review, approval, delivery. It keeps what was written for a
 * resident: the text sealed under the key of the case's first submission, so that erasure takes the answer too, and a
 * masked copy for lists. Which answer moves a case, and who may approve it, the case decides; here an answer only goes from
 * draft to review, approved, and sent or published, and never back past a delivery.
 */
export { answerText, maskedAnswer, sealAnswer } from './answer-text.ts'
export { type AnswerRow, answersOf, findAnswer, insertAnswer, updateAnswer } from './store.ts'
export { answerLineOf } from './answer-line.ts'
