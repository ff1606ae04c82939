/** Passwords that guessing begins with, in small letters without accents or blanks; longer ones are made by repeating these. */
export const commonPasswords: readonly string[] = `
123456 1234567 12345678 123456789 1234567890 12345678901 123456789012 0123456789 987654321 0987654321 9876543210
password passw0rd password1 password123 passwordpassword contrasena contrasenia clave clave123 qwerty qwertyuiop
qwertyuiopasdfgh qwertyuiopasdfghjkl asdfghjkl asdfghjklzxcvbnm zxcvbnm 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc qazwsxedc
iloveyou iloveyou2 teamo tequiero letmein letmeinplease welcome welcome1 bienvenido bienvenidos admin administrator
administrador root test testing guest changeme changemeplease secret topsecret trustno1 correcthorsebatterystaple
football baseball basketball soccer futbol superman batman spiderman princess princesa dragon monkey shadow sunshine master
michael jennifer jordan ashley jessica daniel charlie computer internet starwars pokemon hello hola hello123 abc abcd abc123
abcdefg abcdefgh abcdefghij abcdefghijklmno abcdefghijklmnop abcdefghijklmnopqrstuvwxyz losangeles california lakers dodgers
losangeleslakers losangelesdodgers america mexico guadalupe jesus jesuschrist dios blessed summer winter spring autumn
verano invierno school escuela teacher maestra maestro student estudiante password1234 password12345 password123456
thisismypassword mypassword mypasswordis whatever whateverwhatever freedom nothing nopassword sinclave
`
  .trim()
  .split(/\s+/);
