/**
 * For whom a sheet is printed. A student's sheet is a white list: what is done and handed in, in which
 * place; never a mishap that is to surprise, what is expected, how it is assessed, or who leads.
 */
export type Audience = 'teacher' | 'student';
