<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>porchlight::AddressCard</name>
    <message>
        <source>&amp;Copy link</source>
        <translation>Link &amp;kopieren</translation>
    </message>
    <message>
        <source>Open pa&amp;ge</source>
        <translation>S&amp;eite öffnen</translation>
    </message>
    <message>
        <source>Open the page in this computer’s browser</source>
        <translation>Die Seite im Browser dieses Computers öffnen</translation>
    </message>
    <message>
        <source>Shows the code for phones’ cameras as large as the screen</source>
        <translation>Zeigt den Code für die Kameras der Handys so groß wie der Bildschirm</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>Adresse: %1</translation>
    </message>
    <message>
        <source>or %1</source>
        <translation>oder %1</translation>
    </message>
    <message>
        <source>Point a phone’s camera here</source>
        <translation>Die Kamera eines Handys hierher richten</translation>
    </message>
    <message>
        <source>Start sharing to see the address here.</source>
        <translation>Sobald geteilt wird, steht hier die Adresse.</translation>
    </message>
    <message>
        <source>This computer is on no network. The address appears here when it is.</source>
        <translation>Dieser Computer ist in keinem Netz. Sobald er es ist, steht hier die Adresse.</translation>
    </message>
    <message>
        <source>More addresses, and the port</source>
        <translation>Weitere Adressen und der Port</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Show co&amp;de large</source>
        <translation>&amp;QR-Code groß</translation>
    </message>
    <message>
        <source>More (%1) </source>
        <translation>Mehr (%1) </translation>
    </message>
    <message>
        <source>More </source>
        <translation>Mehr </translation>
    </message>
</context>
<context>
    <name>porchlight::AddressDetails</name>
    <message>
        <source>Wired network</source>
        <translation>Netz über Kabel</translation>
    </message>
    <message>
        <source>Wi-Fi</source>
        <translation>WLAN</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>VPN, members only</source>
        <translation>VPN, nur Mitglieder</translation>
    </message>
    <message>
        <source>Virtual, this computer only</source>
        <translation>Virtuell, nur dieser Computer</translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation>Nur dieser Computer</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>Empty: 8080, or the next free port</source>
        <translation>Leer: 8080 oder der nächste freie Port</translation>
    </message>
    <message>
        <source>Port; empty: 8080 or the next free one</source>
        <translation>Port; leer: 8080 oder der nächste freie</translation>
    </message>
    <message>
        <source>Po&amp;rt</source>
        <translation>Po&amp;rt</translation>
    </message>
    <message>
        <source>Copy this address</source>
        <translation>Diese Adresse kopieren</translation>
    </message>
    <message>
        <source>Copy %1, %2</source>
        <translation>%1 kopieren, %2</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>porchlight::Answer</name>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>Kein Inhalt</translation>
    </message>
    <message>
        <source>Part of it</source>
        <translation>Ein Teil</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Umgezogen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Verweigert</translation>
    </message>
    <message>
        <source>Not Offered</source>
        <translation>Nicht angeboten</translation>
    </message>
    <message>
        <source>Too Slow</source>
        <translation>Zu langsam</translation>
    </message>
    <message>
        <source>Has Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Too Large</source>
        <translation>Zu groß</translation>
    </message>
    <message>
        <source>Address Too Long</source>
        <translation>Adresse zu lang</translation>
    </message>
    <message>
        <source>No Such Part</source>
        <translation>Teil fehlt</translation>
    </message>
    <message>
        <source>Head Too Large</source>
        <translation>Kopf zu groß</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Too Busy</source>
        <translation>Überlastet</translation>
    </message>
    <message>
        <source>Wrong Version</source>
        <translation>Falsche Version</translation>
    </message>
    <message>
        <source>Folder Gone</source>
        <translation>Ordner fehlt</translation>
    </message>
    <message>
        <source>at the door</source>
        <translation>an der Tür</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>sendet</translation>
    </message>
    <message>
        <source>sending %1%</source>
        <translation>sendet %1%</translation>
    </message>
    <message>
        <source>visitor left</source>
        <translation>Besucher ging</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>zu lange still</translation>
    </message>
    <message>
        <source>cut: file shrank</source>
        <translation>Datei kürzer</translation>
    </message>
    <message>
        <source>cut: disk error</source>
        <translation>Plattenfehler</translation>
    </message>
    <message>
        <source>cut: stopped</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>open, %1</source>
        <translation>offen, %1</translation>
    </message>
    <message>
        <source>ended, %1</source>
        <translation>beendet, %1</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 Ereignis</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
</context>
<context>
    <name>porchlight::CafeText</name>
    <message>
        <source>the menu</source>
        <translation>die Karte</translation>
    </message>
    <message>
        <source>the visit</source>
        <translation>den Besuch</translation>
    </message>
    <message>
        <source>the menu page</source>
        <translation>die Seite mit der Karte</translation>
    </message>
    <message>
        <source>an order</source>
        <translation>eine Bestellung</translation>
    </message>
    <message>
        <source>the order</source>
        <translation>die Bestellung</translation>
    </message>
    <message>
        <source>the order’s page</source>
        <translation>die Seite der Bestellung</translation>
    </message>
    <message>
        <source>that an order is ready</source>
        <translation>dass eine Bestellung fertig ist</translation>
    </message>
    <message>
        <source>the orders</source>
        <translation>die Bestellungen</translation>
    </message>
    <message>
        <source>the board’s page</source>
        <translation>die Seite der Tafel</translation>
    </message>
    <message>
        <source>the database did not answer</source>
        <translation>die Datenbank hat nicht geantwortet</translation>
    </message>
    <message>
        <source>no such order of this visitor</source>
        <translation>keine solche Bestellung dieses Besuchers</translation>
    </message>
    <message>
        <source>too often</source>
        <translation>zu oft</translation>
    </message>
    <message>
        <source>the form is not from this visitor’s own page</source>
        <translation>das Formular kommt nicht von der Seite dieses Besuchers</translation>
    </message>
    <message>
        <source>not a form</source>
        <translation>kein Formular</translation>
    </message>
    <message>
        <source>more than a form holds</source>
        <translation>mehr, als ein Formular fasst</translation>
    </message>
    <message>
        <source>the form is filled in wrongly</source>
        <translation>das Formular ist falsch ausgefüllt</translation>
    </message>
    <message>
        <source>the dish is not on the menu</source>
        <translation>das Gericht steht nicht auf der Karte</translation>
    </message>
    <message>
        <source>as many watch the board as can</source>
        <translation>so viele sehen die Tafel, wie es gehen kann</translation>
    </message>
    <message>
        <source>that the order book is empty</source>
        <translation>dass das Bestellbuch leer ist</translation>
    </message>
    <message>
        <source>only the kitchen does that</source>
        <translation>das tut nur die Küche</translation>
    </message>
    <message>
        <source>the key of the kitchen</source>
        <translation>den Schlüssel der Küche</translation>
    </message>
    <message>
        <source>as many of its orders wait as may</source>
        <translation>so viele seiner Bestellungen warten, wie es dürfen</translation>
    </message>
</context>
<context>
    <name>porchlight::CloserLook</name>
    <message>
        <source>This request belongs to no page visit.</source>
        <translation>Diese Anfrage gehört zu keinem Seitenbesuch.</translation>
    </message>
    <message>
        <source>Closer look</source>
        <translation>Näher hinsehen</translation>
    </message>
    <message>
        <source>Page &amp;visit</source>
        <translation>Seitenbes&amp;uch</translation>
    </message>
    <message>
        <source>1 request</source>
        <translation>1 Anfrage</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 Anfragen</translation>
    </message>
    <message>
        <source>Req&amp;uest</source>
        <translation>An&amp;frage</translation>
    </message>
</context>
<context>
    <name>porchlight::CompareDialog</name>
    <message>
        <source>(not there)</source>
        <translation>(nicht da)</translation>
    </message>
    <message>
        <source>Only what &amp;differs</source>
        <translation>Nur &amp;Unterschiede</translation>
    </message>
    <message>
        <source>Two requests compared</source>
        <translation>Zwei Anfragen im Vergleich</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>%1 more lines are not shown here.</source>
        <translation>%1 weitere Zeilen werden hier nicht gezeigt.</translation>
    </message>
    <message>
        <source>1 more line is not shown here.</source>
        <translation>1 weitere Zeile wird hier nicht gezeigt.</translation>
    </message>
</context>
<context>
    <name>porchlight::Comparison</name>
    <message>
        <source>Visitor</source>
        <translation>Besucher</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Geschichte</translation>
    </message>
    <message>
        <source>First · %1</source>
        <translation>Erste · %1</translation>
    </message>
    <message>
        <source>Second · %1</source>
        <translation>Zweite · %1</translation>
    </message>
</context>
<context>
    <name>porchlight::ContentPreview</name>
    <message>
        <source>This picture cannot be shown here.</source>
        <translation>Dieses Bild lässt sich hier nicht zeigen.</translation>
    </message>
    <message>
        <source>Its compression (%1) cannot be undone here.</source>
        <translation>Seine Komprimierung (%1) lässt sich hier nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Nothing says what kind of content it is.</source>
        <translation>Nichts sagt, was für ein Inhalt das ist.</translation>
    </message>
    <message>
        <source>Content of the kind %1 is not shown here.</source>
        <translation>Inhalt der Art %1 wird hier nicht gezeigt.</translation>
    </message>
    <message>
        <source>no file chosen</source>
        <translation>keine Datei gewählt</translation>
    </message>
    <message>
        <source>of no named kind</source>
        <translation>ohne Angabe der Art</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>… and more</source>
        <translation>… und mehr</translation>
    </message>
</context>
<context>
    <name>porchlight::ContentView</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>… and more</source>
        <translation>… und mehr</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>Looking at the picture…</source>
        <translation>Das Bild wird angesehen…</translation>
    </message>
</context>
<context>
    <name>porchlight::DecisionText</name>
    <message>
        <source>found it in %1</source>
        <translation>wurde in %1 fündig</translation>
    </message>
    <message>
        <source>opened %1</source>
        <translation>sah in %1 nach</translation>
    </message>
    <message>
        <source>found the folder %1</source>
        <translation>fand den Ordner %1</translation>
    </message>
    <message>
        <source>took its page %1</source>
        <translation>nahm seine Seite %1</translation>
    </message>
    <message>
        <source>made a list of what is in it</source>
        <translation>machte eine Liste davon, was darin ist</translation>
    </message>
    <message>
        <source>packed it into a zip while sending it</source>
        <translation>packte alles beim Senden in ein Zip</translation>
    </message>
    <message>
        <source>The visitor is downloading two zips already, so the third has to wait.</source>
        <translation>Der Besucher lädt schon zwei Zips herunter, also muss das dritte warten.</translation>
    </message>
    <message>
        <source>It has changed since the visitor chose from its list, so the visitor was asked to choose again.</source>
        <translation>Seit der Besucher aus seiner Liste gewählt hat, hat sich der Ordner geändert; deshalb wurde er gebeten, neu zu wählen.</translation>
    </message>
    <message>
        <source>The visitor had chosen nothing to download.</source>
        <translation>Der Besucher hatte nichts zum Herunterladen ausgewählt.</translation>
    </message>
    <message>
        <source>searched the names in it</source>
        <translation>durchsuchte die Namen darin</translation>
    </message>
    <message>
        <source>made a page that shows it</source>
        <translation>machte eine Seite, die sie zeigt</translation>
    </message>
    <message>
        <source>That is a folder, and the address of a folder ends in a slash, so Porchlight pointed to %1 (a redirect).</source>
        <translation>Das ist ein Ordner, und die Adresse eines Ordners endet mit einem Schrägstrich; deshalb verwies Porchlight auf %1 (eine Weiterleitung).</translation>
    </message>
    <message>
        <source>That address breaks the rules for addresses, so Porchlight looked for nothing.</source>
        <translation>Diese Adresse verstößt gegen die Regeln für Adressen, also hat Porchlight nichts gesucht.</translation>
    </message>
    <message>
        <source>There is nothing of that name in %1.</source>
        <translation>In %1 gibt es nichts, was so heißt.</translation>
    </message>
    <message>
        <source>Names that begin with a dot are hidden, and hidden files are not shared.</source>
        <translation>Namen, die mit einem Punkt beginnen, sind versteckt, und Verstecktes wird nicht geteilt.</translation>
    </message>
    <message>
        <source>That leads out of %1, and nothing outside of it is shared.</source>
        <translation>Das führt aus %1 hinaus, und was draußen liegt, wird nicht geteilt.</translation>
    </message>
    <message>
        <source>That is a device or a pipe and no file, so Porchlight did not open it.</source>
        <translation>Das ist ein Gerät oder eine Pipe und keine Datei, also hat Porchlight es nicht geöffnet.</translation>
    </message>
    <message>
        <source>It is there, but Porchlight may not read it. Give it read permission to share it.</source>
        <translation>Es ist da, aber Porchlight darf es nicht lesen. Mit Leserechten lässt es sich teilen.</translation>
    </message>
    <message>
        <source>Then its content could not be read from the disk.</source>
        <translation>Dann ließ sich der Inhalt nicht von der Platte lesen.</translation>
    </message>
    <message>
        <source>The shared folder itself is gone, perhaps with the drive it is on. Sharing goes on when it is back.</source>
        <translation>Der geteilte Ordner selbst ist weg, vielleicht mit dem Laufwerk, auf dem er liegt. Sobald er zurück ist, geht das Teilen weiter.</translation>
    </message>
    <message>
        <source>The computer had no open files to spare at that moment, so the visitor was asked to come again.</source>
        <translation>Der Computer konnte in diesem Moment keine weitere Datei öffnen; deshalb wurde der Besucher gebeten, noch einmal zu kommen.</translation>
    </message>
    <message>
        <source>Porchlight does not offer the method %1 here.</source>
        <translation>Porchlight bietet die Methode %1 hier nicht an.</translation>
    </message>
    <message>
        <source>named the methods that it offers</source>
        <translation>nannte die Methoden, die es anbietet</translation>
    </message>
    <message>
        <source>It has not changed since the visitor fetched it (Last-Modified), so it need not be sent again.</source>
        <translation>Seit der Besucher hier war, hat sich nichts geändert (Last-Modified), es muss also nichts noch einmal gesendet werden.</translation>
    </message>
    <message>
        <source>The visitor wanted it only in a certain version, and by now it is another.</source>
        <translation>Der Besucher wollte nur eine bestimmte Fassung, und inzwischen ist es eine andere.</translation>
    </message>
    <message>
        <source>The visitor wanted only a part (a range): %1 of %2, from byte %3 on.</source>
        <translation>Der Besucher wollte nur einen Teil (eine Range): %1 von %2, ab Byte %3.</translation>
    </message>
    <message>
        <source>The visitor wanted %1 parts (ranges) of its %2.</source>
        <translation>Der Besucher wollte %1 Teile (Ranges) von insgesamt %2.</translation>
    </message>
    <message>
        <source>The visitor wanted only a part (a range), but not in a way that can be met, so it gets the whole.</source>
        <translation>Der Besucher wollte nur einen Teil (eine Range), aber so, dass es sich nicht erfüllen lässt; deshalb bekommt er das Ganze.</translation>
    </message>
    <message>
        <source>The visitor wanted a part (a range) beyond its end: it has only %1.</source>
        <translation>Der Besucher wollte einen Teil (eine Range) hinter dem Ende: es sind nur %1.</translation>
    </message>
    <message>
        <source>It can run scripts, so the visitor&apos;s browser was told to keep it apart from everything else that is shared (a sandbox).</source>
        <translation>Darin können Skripte laufen; deshalb wurde dem Browser des Besuchers gesagt, es von allem anderen fernzuhalten, was geteilt wird (eine Sandbox).</translation>
    </message>
    <message>
        <source>took a part of its own pages</source>
        <translation>nahm einen Teil seiner eigenen Seiten</translation>
    </message>
    <message>
        <source>made a page of its %1 photos and videos</source>
        <translation>machte daraus eine Seite mit %1 Fotos und Videos</translation>
    </message>
    <message>
        <source>It was asked for in a smaller size, and got a copy of %1 that does not tell where it was taken.</source>
        <translation>Gewünscht war eine kleinere Größe; es gab eine Kopie von %1, die nicht verrät, wo das Bild aufgenommen wurde.</translation>
    </message>
    <message>
        <source>It cannot be read as a picture, so a drawing stands in its place.</source>
        <translation>Das lässt sich nicht als Bild lesen, deshalb steht eine Zeichnung an seiner Stelle.</translation>
    </message>
    <message>
        <source>The place where it was taken was left out.</source>
        <translation>Der Ort der Aufnahme wurde weggelassen.</translation>
    </message>
    <message>
        <source>It may tell where it was taken. That could not be taken out, so it was not sent.</source>
        <translation>Es kann verraten, wo es aufgenommen wurde. Das ließ sich nicht herausnehmen, deshalb wurde es nicht gesendet.</translation>
    </message>
    <message>
        <source>The website has a page of its own for that, %1.</source>
        <translation>Die Website hat dafür eine eigene Seite, %1.</translation>
    </message>
    <message>
        <source>The website is an app of one page, so %1 answers.</source>
        <translation>Die Website ist eine App aus einer Seite, deshalb antwortet %1.</translation>
    </message>
    <message>
        <source>told how it is doing, as it does to programs on this computer only</source>
        <translation>sagte, wie es ihm geht, wie es das nur Programmen auf diesem Computer sagt</translation>
    </message>
    <message>
        <source>It asked for %1, which is no name or address of this computer. A website that pretends to be this computer does so, so Porchlight told it nothing.</source>
        <translation>Gefragt war nach %1, und so heißt dieser Computer nicht. Das tut eine Website, die sich für diesen Computer ausgibt; deshalb hat Porchlight ihr nichts verraten.</translation>
    </message>
    <message>
        <source>Another website asked for it through the visitor&apos;s browser, so Porchlight told it nothing.</source>
        <translation>Eine andere Website hat über den Browser des Besuchers danach gefragt, deshalb hat Porchlight ihr nichts verraten.</translation>
    </message>
    <message>
        <source>compressed it from %1 to %2 (%3)</source>
        <translation>komprimierte es von %1 auf %2 (%3)</translation>
    </message>
    <message>
        <source>compressed its %1 while sending them (%2)</source>
        <translation>komprimierte die %1 beim Senden (%2)</translation>
    </message>
    <message>
        <source>compressed it while sending it (%1)</source>
        <translation>komprimierte es beim Senden (%1)</translation>
    </message>
    <message>
        <source>took %1, its ready-made compressed form of %2 instead of %3</source>
        <translation>nahm %1, die fertig komprimierte Form mit %2 statt %3</translation>
    </message>
    <message>
        <source>The lesson has caching off, so Porchlight answered as if the visitor had no copy yet.</source>
        <translation>Im Unterricht ist das Caching aus, deshalb antwortete Porchlight, als hätte der Besucher noch keine Kopie.</translation>
    </message>
    <message>
        <source>It waited at the door for the teacher.</source>
        <translation>Die Anfrage wartete an der Tür auf die Lehrkraft.</translation>
    </message>
    <message>
        <source>The teacher let it in.</source>
        <translation>Die Lehrkraft hat sie eingelassen.</translation>
    </message>
    <message>
        <source>The teacher chose the answer %1.</source>
        <translation>Die Lehrkraft hat die Antwort %1 gewählt.</translation>
    </message>
    <message>
        <source>So many requests waited at the door already that this one was let by.</source>
        <translation>An der Tür warteten schon so viele Anfragen, dass diese vorbeigelassen wurde.</translation>
    </message>
    <message>
        <source>The lesson slowed it down by %1.</source>
        <translation>Der Unterricht hat sie um %1 gebremst.</translation>
    </message>
    <message>
        <source>asked the database for %1 (1 row)</source>
        <translation>holte %1 aus der Datenbank (1 Zeile)</translation>
    </message>
    <message>
        <source>asked the database for %1 (%2 rows)</source>
        <translation>holte %1 aus der Datenbank (%2 Zeilen)</translation>
    </message>
    <message>
        <source>wrote %1 into the database</source>
        <translation>schrieb in die Datenbank: %1</translation>
    </message>
    <message>
        <source>made %1</source>
        <translation>machte %1</translation>
    </message>
    <message>
        <source>did not accept it: %1</source>
        <translation>nahm es nicht an: %1</translation>
    </message>
    <message>
        <source>keeps the answer open, so that news can follow at once</source>
        <translation>hält die Antwort offen, damit Neues sofort folgen kann</translation>
    </message>
    <message>
        <source>the shared folder</source>
        <comment>stands for %1 in: found it in %1, opened %1, leads out of %1</comment>
        <translation>dem geteilten Ordner</translation>
    </message>
    <message>
        <source>The visitor has this very version already (its mark, the ETag, is the same), so it need not be sent again.</source>
        <translation>Der Besucher hat genau diese Fassung schon (ihr Kennzeichen, das ETag, ist dasselbe), sie muss also nicht noch einmal gesendet werden.</translation>
    </message>
    <message>
        <source>made a page of its one photo or video</source>
        <translation>machte daraus eine Seite mit einem Foto oder Video</translation>
    </message>
</context>
<context>
    <name>porchlight::DemoQuestion</name>
    <message>
        <source>New demo site</source>
        <translation>Neue Demo-Site</translation>
    </message>
    <message>
        <source>One café, served in two ways. Porchlight writes it into a new folder and shares that at once.</source>
        <translation>Ein Café, auf zwei Arten geboten. Porchlight schreibt es in einen neuen Ordner und teilt ihn sofort.</translation>
    </message>
    <message>
        <source>Takeout</source>
        <translation>Takeout</translation>
    </message>
    <message>
        <source>Files that are ready before anybody asks: one request, one answer, the same for everyone.</source>
        <translation>Zum Mitnehmen: Dateien, die fertig sind, bevor jemand fragt. Eine Anfrage, eine Antwort, für alle dieselbe.</translation>
    </message>
    <message>
        <source>New &amp;Takeout…</source>
        <translation>Neues &amp;Takeout…</translation>
    </message>
    <message>
        <source>Dine-in</source>
        <translation>Dine-in</translation>
    </message>
    <message>
        <source>An app that answers: a menu from a database, orders, and a board that is live on every phone.</source>
        <translation>Zum Hieressen: eine App, die antwortet. Eine Karte aus einer Datenbank, Bestellungen und eine Tafel, die auf jedem Handy live ist.</translation>
    </message>
    <message>
        <source>New &amp;Dine-in…</source>
        <translation>Neues &amp;Dine-in…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
</context>
<context>
    <name>porchlight::DeviceWord</name>
    <message>
        <source>Android device</source>
        <translation>Android-Gerät</translation>
    </message>
    <message>
        <source>Android phone</source>
        <translation>Android-Handy</translation>
    </message>
    <message>
        <source>Android tablet</source>
        <translation>Android-Tablet</translation>
    </message>
    <message>
        <source>Apple device</source>
        <translation>Apple-Gerät</translation>
    </message>
    <message>
        <source>BSD PC</source>
        <translation>BSD-PC</translation>
    </message>
    <message>
        <source>Chrome without a window</source>
        <translation>Chrome ohne Fenster</translation>
    </message>
    <message>
        <source>Facebook preview</source>
        <translation>Facebook-Vorschau</translation>
    </message>
    <message>
        <source>Go program</source>
        <translation>Go-Programm</translation>
    </message>
    <message>
        <source>Java program</source>
        <translation>Java-Programm</translation>
    </message>
    <message>
        <source>Linux PC</source>
        <translation>Linux-PC</translation>
    </message>
    <message>
        <source>Media player</source>
        <translation>Medienspieler</translation>
    </message>
    <message>
        <source>TV</source>
        <translation>Fernseher</translation>
    </message>
    <message>
        <source>VR headset</source>
        <translation>VR-Brille</translation>
    </message>
    <message>
        <source>WhatsApp preview</source>
        <translation>WhatsApp-Vorschau</translation>
    </message>
    <message>
        <source>Windows PC</source>
        <translation>Windows-PC</translation>
    </message>
    <message>
        <source>Windows phone</source>
        <translation>Windows-Handy</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>Handy</translation>
    </message>
    <message>
        <source>tablet</source>
        <translation>Tablet</translation>
    </message>
    <message>
        <source>computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>visitor</source>
        <translation>Besucher</translation>
    </message>
    <message>
        <source>the phone</source>
        <translation>das Handy</translation>
    </message>
    <message>
        <source>the tablet</source>
        <translation>das Tablet</translation>
    </message>
    <message>
        <source>the TV</source>
        <translation>der Fernseher</translation>
    </message>
    <message>
        <source>the computer</source>
        <translation>der Computer</translation>
    </message>
    <message>
        <source>the visitor</source>
        <translation>der Besucher</translation>
    </message>
    <message>
        <source>Practice visitor</source>
        <translation>Probe-Besuch</translation>
    </message>
    <message>
        <source>You (sent again)</source>
        <translation>Sie (noch einmal gesendet)</translation>
    </message>
</context>
<context>
    <name>porchlight::DoorCard</name>
    <message>
        <source>Waiting at the door</source>
        <translation>Wartet an der Tür</translation>
    </message>
    <message>
        <source>Choose whose request is answered next</source>
        <translation>Wählen, wessen Anfrage als Nächstes beantwortet wird</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>Ant&amp;wort</translation>
    </message>
    <message>
        <source>As Porchlight answers it</source>
        <translation>So, wie Porchlight sie beantwortet</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>Mit %1 antworten</translation>
    </message>
    <message>
        <source>%1 asks %2</source>
        <translation>%1 fragt: %2</translation>
    </message>
    <message>
        <source>Waiting at the door: %1</source>
        <translation>An der Tür warten: %1</translation>
    </message>
    <message>
        <source>Nobody waits.</source>
        <translation>Niemand wartet.</translation>
    </message>
    <message>
        <source>left waiting, for %1 s now</source>
        <translation>wartet weiter, seit %1 s</translation>
    </message>
    <message>
        <source>for %1 s now</source>
        <translation>seit %1 s</translation>
    </message>
    <message>
        <source>%1 to…</source>
        <translation>%1 zu…</translation>
    </message>
    <message>
        <source>Answer in %1 seconds</source>
        <translation>Antworten in %1 Sekunden</translation>
    </message>
    <message>
        <source>&amp;Leave them waiting</source>
        <translation>Warten &amp;lassen</translation>
    </message>
    <message>
        <source>Let all in</source>
        <translation>Alle einlassen</translation>
    </message>
    <message>
        <source>Where is it to be found? An address, or a path that begins with /</source>
        <translation>Wo ist es zu finden? Eine Adresse oder ein Pfad, der mit / beginnt</translation>
    </message>
    <message>
        <source>“%1” is no address, so nothing was answered. Try one like /b.jpg.</source>
        <translation>„%1“ ist keine Adresse, deshalb wurde nichts beantwortet. Es geht zum Beispiel mit /b.jpg.</translation>
    </message>
    <message>
        <source>%1 gave up waiting.</source>
        <translation>%1 hat das Warten aufgegeben.</translation>
    </message>
    <message>
        <source>Also waiting</source>
        <translation>Es warten auch</translation>
    </message>
    <message>
        <source>Also waiting (click to choose)</source>
        <translation>Es warten auch (Klick wählt)</translation>
    </message>
    <message>
        <source>%1 asks</source>
        <translation>%1 fragt</translation>
    </message>
    <message>
        <source>M&amp;ore…</source>
        <translation>&amp;Mehr…</translation>
    </message>
    <message>
        <source>The door is full: %1 went by without waiting.</source>
        <translation>Die Tür ist voll: %1 gingen vorbei, ohne zu warten.</translation>
    </message>
    <message>
        <source>That request waits no longer, so nothing was answered.</source>
        <translation>Diese Anfrage wartet nicht mehr, deshalb wurde nichts beantwortet.</translation>
    </message>
    <message>
        <source>The door is full: 1 went by without waiting.</source>
        <translation>Die Tür ist voll: 1 ging vorbei, ohne zu warten.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>porchlight::DraftForm</name>
    <message>
        <source>Say a method first, such as GET.</source>
        <translation>Zuerst fehlt eine Methode, zum Beispiel GET.</translation>
    </message>
    <message>
        <source>A method is one word of letters, such as GET: without spaces.</source>
        <translation>Eine Methode ist ein Wort aus Buchstaben wie GET, ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>Say an address first; the front page is /.</source>
        <translation>Zuerst fehlt eine Adresse; die Startseite ist /.</translation>
    </message>
    <message>
        <source>An address has no spaces: write %20 in place of each.</source>
        <translation>In einer Adresse gibt es keine Leerzeichen: an deren Stelle gehört je ein %20.</translation>
    </message>
    <message>
        <source>The address is too long: 64 KB are the most.</source>
        <translation>Die Adresse ist zu lang: höchstens 64 KB sind möglich.</translation>
    </message>
    <message>
        <source>Line %1 is no header: write a name, a colon and a value.</source>
        <translation>Zeile %1 ist kein Header: dazu gehören ein Name, ein Doppelpunkt und ein Wert.</translation>
    </message>
    <message>
        <source>Line %1 has a control character in it: take it out.</source>
        <translation>In Zeile %1 ist ein Steuerzeichen: es muss heraus.</translation>
    </message>
    <message>
        <source>There are too many headers: 500 are the most.</source>
        <translation>Das sind zu viele Header: höchstens 500 sind möglich.</translation>
    </message>
    <message>
        <source>The content is too long: 1 MB is the most.</source>
        <translation>Der Inhalt ist zu lang: höchstens 1 MB ist möglich.</translation>
    </message>
</context>
<context>
    <name>porchlight::DropZone</name>
    <message>
        <source>&amp;Choose a folder…</source>
        <translation>Ordner &amp;wählen…</translation>
    </message>
    <message>
        <source>Drop a folder here</source>
        <translation>Einen Ordner hierher ziehen</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
</context>
<context>
    <name>porchlight::ExchangeModel</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Besucher</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Gefragt nach</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
</context>
<context>
    <name>porchlight::FlowAnswer</name>
    <message>
        <source>please ask for %1 instead</source>
        <translation>bitte stattdessen %1 anfragen</translation>
    </message>
    <message>
        <source>no address can be like that</source>
        <translation>so kann keine Adresse sein</translation>
    </message>
    <message>
        <source>there is nothing of that name</source>
        <translation>so heißt hier nichts</translation>
    </message>
    <message>
        <source>hidden files are not shared</source>
        <translation>Verstecktes wird nicht geteilt</translation>
    </message>
    <message>
        <source>that lies outside of the shared folder</source>
        <translation>das liegt außerhalb des geteilten Ordners</translation>
    </message>
    <message>
        <source>that is no file</source>
        <translation>das ist keine Datei</translation>
    </message>
    <message>
        <source>Porchlight may not read it itself</source>
        <translation>Porchlight darf es selbst nicht lesen</translation>
    </message>
    <message>
        <source>it may tell where it was taken</source>
        <translation>es kann verraten, wo es aufgenommen wurde</translation>
    </message>
    <message>
        <source>the disk failed</source>
        <translation>die Platte hat versagt</translation>
    </message>
    <message>
        <source>the shared folder is gone</source>
        <translation>der geteilte Ordner ist weg</translation>
    </message>
    <message>
        <source>too busy: please come again</source>
        <translation>zu viel los: bitte noch einmal kommen</translation>
    </message>
    <message>
        <source>two zips are on the way already</source>
        <translation>zwei Zips sind schon unterwegs</translation>
    </message>
    <message>
        <source>the folder has changed: please choose again</source>
        <translation>der Ordner hat sich geändert: bitte neu wählen</translation>
    </message>
    <message>
        <source>that method is not offered here</source>
        <translation>diese Methode gibt es hier nicht</translation>
    </message>
    <message>
        <source>it is another version by now</source>
        <translation>inzwischen ist es eine andere Fassung</translation>
    </message>
    <message>
        <source>it ends before that, at %1</source>
        <translation>es endet vorher, bei %1</translation>
    </message>
    <message>
        <source>that is no name of this computer</source>
        <translation>so heißt dieser Computer nicht</translation>
    </message>
    <message>
        <source>another website asked for it</source>
        <translation>eine andere Website hat danach gefragt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>the page</source>
        <translation>die Seite</translation>
    </message>
    <message>
        <source>the page — now %1 knows it needs 1 more file</source>
        <translation>die Seite – jetzt weiß %1: eine Datei fehlt noch</translation>
    </message>
    <message>
        <source>the page — now %1 knows it needs %2 more files</source>
        <translation>die Seite – jetzt weiß %1: %2 Dateien fehlen noch</translation>
    </message>
    <message>
        <source>the teacher chose this answer</source>
        <translation>die Lehrkraft hat diese Antwort gewählt</translation>
    </message>
    <message>
        <source>sent again, because the lesson switched caching off</source>
        <translation>noch einmal gesendet, weil im Unterricht das Caching aus ist</translation>
    </message>
    <message>
        <source>only the head of the answer</source>
        <translation>nur der Kopf der Antwort</translation>
    </message>
    <message>
        <source>just that part</source>
        <translation>nur dieser Teil</translation>
    </message>
    <message>
        <source>the page — now %1 knows it needs 1 photo</source>
        <translation>die Seite – jetzt weiß %1: ein Foto fehlt noch</translation>
    </message>
    <message>
        <source>the page — now %1 knows it needs %2 photos</source>
        <translation>die Seite – jetzt weiß %1: %2 Fotos fehlen noch</translation>
    </message>
    <message>
        <source>a zip, packed while it was sent</source>
        <translation>ein Zip, beim Senden gepackt</translation>
    </message>
    <message>
        <source>made just now: %1</source>
        <translation>eben gemacht: %1</translation>
    </message>
    <message>
        <source>the lesson took %1 longer</source>
        <translation>durch den Unterricht %1 länger</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>%1 closed the connection after %2</source>
        <translation>%1 hat nach %2 die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>%1 took nothing more</source>
        <translation>%1 nahm nichts mehr an</translation>
    </message>
    <message>
        <source>the file became shorter meanwhile</source>
        <translation>die Datei wurde inzwischen kürzer</translation>
    </message>
    <message>
        <source>sharing was stopped</source>
        <translation>das Teilen wurde beendet</translation>
    </message>
    <message>
        <source> · stays open</source>
        <translation> · bleibt offen</translation>
    </message>
    <message>
        <source>from now on I tell you what happens</source>
        <translation>von jetzt an melde ich, was geschieht</translation>
    </message>
    <message>
        <source>each as soon as it happens</source>
        <translation>jedes, sobald es geschieht</translation>
    </message>
    <message>
        <source>closes the connection</source>
        <translation>schließt die Verbindung</translation>
    </message>
    <message>
        <source>%1 gave up waiting at the door</source>
        <translation>%1 hat das Warten an der Tür aufgegeben</translation>
    </message>
    <message>
        <source>%1 left before there was an answer</source>
        <translation>%1 ging, bevor es eine Antwort gab</translation>
    </message>
    <message>
        <source>nothing to send: %1’s copy is still good</source>
        <translation>nichts zu senden: die Kopie, die %1 hat, ist noch gut</translation>
    </message>
    <message>
        <source>event: %1</source>
        <translation>Ereignis: %1</translation>
    </message>
    <message>
        <source>packed smaller on the way (%1)</source>
        <translation>unterwegs kleiner gepackt (%1)</translation>
    </message>
</context>
<context>
    <name>porchlight::FlowLog</name>
    <message>
        <source>Visitors</source>
        <translation>Besucher</translation>
    </message>
    <message>
        <source>%1 more visitors</source>
        <translation>%1 weitere Besucher</translation>
    </message>
    <message>
        <source>Other visitors</source>
        <translation>Andere Besucher</translation>
    </message>
</context>
<context>
    <name>porchlight::FlowPage</name>
    <message>
        <source>Page visit</source>
        <translation>Seitenbesuch</translation>
    </message>
    <message>
        <source>&amp;Back to live</source>
        <translation>Zur&amp;ück zum Jetzt</translation>
    </message>
    <message>
        <source>This request is not in the diagram: it was long ago, or came with too many others.</source>
        <translation>Diese Anfrage ist nicht im Diagramm: sie ist lange her oder kam mit zu vielen anderen.</translation>
    </message>
    <message>
        <source>No visitor has opened a page yet.</source>
        <translation>Noch hat kein Besucher eine Seite geöffnet.</translation>
    </message>
    <message>
        <source>Recording: %1</source>
        <translation>Aufzeichnung: %1</translation>
    </message>
    <message>
        <source>Showing again what happened. New requests wait until the end.</source>
        <translation>Hier läuft noch einmal, was geschah. Neue Anfragen warten bis zum Ende.</translation>
    </message>
    <message>
        <source>Show everyone</source>
        <translation>Alle wieder zeigen</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Recording: %1 · %2 requests are still to come</source>
        <translation>Aufzeichnung: %1 · noch %2 Anfragen kommen</translation>
    </message>
    <message>
        <source>Close the recordi&amp;ng</source>
        <translation>Aufzeichnung schlie&amp;ßen</translation>
    </message>
    <message>
        <source>Recording: %1 · the last %2 of %3 requests</source>
        <translation>Aufzeichnung: %1 · die letzten %2 von %3 Anfragen</translation>
    </message>
</context>
<context>
    <name>porchlight::FlowPainter</name>
    <message>
        <source>visitor</source>
        <translation>Besucher</translation>
    </message>
    <message>
        <source>+ %1 more</source>
        <translation>+ %1 weitere</translation>
    </message>
    <message>
        <source>waiting for your answer</source>
        <translation>wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <source>the web server</source>
        <translation>der Webserver</translation>
    </message>
    <message>
        <source>The folder</source>
        <translation>Der Ordner</translation>
    </message>
    <message>
        <source>your folder</source>
        <translation>Ihr Ordner</translation>
    </message>
    <message>
        <source>The menu</source>
        <translation>Die Karte</translation>
    </message>
    <message>
        <source>the database</source>
        <translation>die Datenbank</translation>
    </message>
    <message>
        <source>the visitor (client)</source>
        <translation>der Besucher (Client)</translation>
    </message>
    <message>
        <source>visitors (clients)</source>
        <translation>Besucher (Clients)</translation>
    </message>
    <message>
        <source>Another folder from here on</source>
        <translation>Ab hier ein anderer Ordner</translation>
    </message>
    <message>
        <source>Now sharing %1</source>
        <translation>Jetzt geteilt: %1</translation>
    </message>
    <message>
        <source>at the same time</source>
        <translation>gleichzeitig</translation>
    </message>
</context>
<context>
    <name>porchlight::FlowPicture</name>
    <message>
        <source>page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
</context>
<context>
    <name>porchlight::FlowPlayBar</name>
    <message>
        <source>Ne&amp;xt step</source>
        <translation>Nächster &amp;Schritt</translation>
    </message>
    <message>
        <source>Show the next message</source>
        <translation>Die nächste Nachricht zeigen</translation>
    </message>
    <message>
        <source>1/10 ×</source>
        <translation>1/10 ×</translation>
    </message>
    <message>
        <source>1/5 ×</source>
        <translation>1/5 ×</translation>
    </message>
    <message>
        <source>1/2 ×</source>
        <translation>1/2 ×</translation>
    </message>
    <message>
        <source>1 ×</source>
        <translation>1 ×</translation>
    </message>
    <message>
        <source>2 ×</source>
        <translation>2 ×</translation>
    </message>
    <message>
        <source>5 ×</source>
        <translation>5 ×</translation>
    </message>
    <message>
        <source>10 ×</source>
        <translation>10 ×</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>How fast to play: 1 × is as fast as it happened</source>
        <translation>Wie schnell abgespielt wird: 1 × ist so schnell, wie es geschah</translation>
    </message>
    <message>
        <source>Moment that is shown</source>
        <translation>Gezeigter Moment</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>Abs&amp;pielen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Stop at this moment</source>
        <translation>In diesem Moment anhalten</translation>
    </message>
    <message>
        <source>Show again how it happened</source>
        <translation>Noch einmal zeigen, wie es geschah</translation>
    </message>
    <message>
        <source>1/100 ×</source>
        <translation>1/100 ×</translation>
    </message>
    <message>
        <source>1/50 ×</source>
        <translation>1/50 ×</translation>
    </message>
    <message>
        <source>1/20 ×</source>
        <translation>1/20 ×</translation>
    </message>
</context>
<context>
    <name>porchlight::FlowSaving</name>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <comment>day and time, as QLocale::toString() takes them</comment>
        <translation>d. MMMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Das Bild speichern</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2. Save it somewhere else.</source>
        <translation>%1 ließ sich nicht speichern: %2. Bitte anderswo speichern.</translation>
    </message>
    <message>
        <source>The picture was saved to %1, without the oldest %2 exchanges: it would have become too tall.</source>
        <translation>Das Bild wurde in %1 gespeichert, ohne die ältesten %2 Anfragen: es wäre zu hoch geworden.</translation>
    </message>
    <message>
        <source>The picture was saved to %1.</source>
        <translation>Das Bild wurde in %1 gespeichert.</translation>
    </message>
    <message>
        <source>The picture was saved to %1, without the oldest exchange: it would have become too tall.</source>
        <translation>Das Bild wurde in %1 gespeichert, ohne die älteste Anfrage: es wäre zu hoch geworden.</translation>
    </message>
</context>
<context>
    <name>porchlight::FlowStory</name>
    <message>
        <source>“%1”</source>
        <comment>what a visitor says</comment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a day, as QLocale::toString() takes it</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>only if it changed since %1</source>
        <translation>nur, wenn es seit %1 anders ist</translation>
    </message>
    <message>
        <source>only if it changed</source>
        <translation>nur, wenn es jetzt anders ist</translation>
    </message>
    <message>
        <source>Tell me whenever something changes</source>
        <translation>Bitte melden, wenn sich etwas ändert</translation>
    </message>
    <message>
        <source>How large is it, and from when? Do not send it</source>
        <translation>Wie groß ist es, und von wann? Bitte nicht senden</translation>
    </message>
    <message>
        <source>Please take what I filled in</source>
        <translation>Hier ist, was ich ausgefüllt habe</translation>
    </message>
    <message>
        <source>What may I ask for?</source>
        <translation>Was darf ich fragen?</translation>
    </message>
    <message>
        <source>only a part of it</source>
        <translation>nur einen Teil davon</translation>
    </message>
    <message>
        <source>May I have all of it at once?</source>
        <translation>Darf ich alles auf einmal haben?</translation>
    </message>
    <message>
        <source>May I have the front page?</source>
        <translation>Darf ich die Startseite haben?</translation>
    </message>
    <message>
        <source>May I have the %1 page?</source>
        <translation>Darf ich die Seite %1 haben?</translation>
    </message>
    <message>
        <source>as many wait at the door as may, so it went by</source>
        <translation>an der Tür warten so viele, wie es dürfen; diese ging vorbei</translation>
    </message>
    <message>
        <source>it waited %1 at the door</source>
        <translation>%1 an der Tür gewartet</translation>
    </message>
    <message>
        <source>connects</source>
        <translation>verbindet sich</translation>
    </message>
    <message>
        <source>look at %1</source>
        <translation>%1 ansehen</translation>
    </message>
    <message>
        <source>not changed</source>
        <translation>nicht geändert</translation>
    </message>
    <message>
        <source>read %1, smaller</source>
        <translation>%1 lesen, kleiner</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>%1 lesen</translation>
    </message>
    <message>
        <source>read a part of %1</source>
        <translation>Teil von %1 lesen</translation>
    </message>
    <message>
        <source>the folder</source>
        <translation>den Ordner</translation>
    </message>
    <message>
        <source>list %1</source>
        <translation>%1 auflisten</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 Foto</translation>
    </message>
    <message>
        <source>%1 photos</source>
        <translation>%1 Fotos</translation>
    </message>
    <message>
        <source>the names in it</source>
        <translation>die Namen darin</translation>
    </message>
    <message>
        <source>search the names in %1</source>
        <translation>%1 durchsuchen</translation>
    </message>
    <message>
        <source>what fits</source>
        <translation>was passt</translation>
    </message>
    <message>
        <source>read all of %1</source>
        <translation>%1 ganz lesen</translation>
    </message>
    <message>
        <source>file after file</source>
        <translation>Datei für Datei</translation>
    </message>
    <message>
        <source>look for %1</source>
        <translation>%1 suchen</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>nothing there</source>
        <translation>nichts da</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>keine Datei</translation>
    </message>
    <message>
        <source>may not be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>the folder is gone</source>
        <translation>der Ordner ist weg</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>it</source>
        <translation>es</translation>
    </message>
    <message>
        <source>May I have the page %1?</source>
        <translation>Darf ich die Seite %1 haben?</translation>
    </message>
</context>
<context>
    <name>porchlight::FlowTools</name>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>&amp;PNG, for slides…</source>
        <translation>&amp;PNG, für Folien…</translation>
    </message>
    <message>
        <source>&amp;SVG, for documents…</source>
        <translation>&amp;SVG, für Dokumente…</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>&amp;Drucken…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Whole recording</source>
        <translation>Ganze Aufzeichnung</translation>
    </message>
    <message>
        <source>Follow live</source>
        <translation>Live folgen</translation>
    </message>
    <message>
        <source>One visit</source>
        <translation>Ein Besuch</translation>
    </message>
    <message>
        <source>One page visit</source>
        <translation>Ein Seitenbesuch</translation>
    </message>
    <message>
        <source>Sa&amp;ve picture…</source>
        <translation>&amp;Bild speichern…</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>&amp;Bild…</translation>
    </message>
</context>
<context>
    <name>porchlight::FlowView</name>
    <message>
        <source>Flow of requests and answers</source>
        <translation>Ablauf der Anfragen und Antworten</translation>
    </message>
    <message>
        <source>Show the newest, and keep to it</source>
        <translation>Das Neueste zeigen und dabei bleiben</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>Noch keine Anfragen</translation>
    </message>
    <message>
        <source>Open the address on a phone, and what it and Porchlight say to each other shows here.</source>
        <translation>Die Adresse auf einem Handy öffnen: was es und Porchlight einander sagen, steht dann hier.</translation>
    </message>
    <message>
        <source>the folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>the database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <comment>from whom, to whom, what</comment>
        <translation>%1 an %2: %3</translation>
    </message>
    <message>
        <source>It is waiting for your answer</source>
        <translation>Das wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <source>Show only %1</source>
        <translation>Nur %1 zeigen</translation>
    </message>
    <message>
        <source>Go on follo&amp;wing</source>
        <translation>Weiter zusch&amp;auen</translation>
    </message>
    <message>
        <source>At the same time as one other request of this visitor</source>
        <translation>Gleichzeitig mit einer anderen Anfrage dieses Besuchers</translation>
    </message>
    <message>
        <source>At the same time as %1 other requests of this visitor</source>
        <translation>Gleichzeitig mit %1 anderen Anfragen dieses Besuchers</translation>
    </message>
</context>
<context>
    <name>porchlight::FlowVisits</name>
    <message>
        <source>1 request</source>
        <translation>1 Anfrage</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 Anfragen</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 HTML</source>
        <translation>%1 HTML</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 Foto</translation>
    </message>
    <message>
        <source>%1 photos</source>
        <translation>%1 Fotos</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 Bild</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>%1 Bilder</translation>
    </message>
    <message>
        <source>1 video</source>
        <translation>1 Video</translation>
    </message>
    <message>
        <source>%1 videos</source>
        <translation>%1 Videos</translation>
    </message>
    <message>
        <source>1 sound</source>
        <translation>1 Tondatei</translation>
    </message>
    <message>
        <source>%1 sounds</source>
        <translation>%1 Tondateien</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 Seite</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>%1 Seiten</translation>
    </message>
    <message>
        <source>1 style</source>
        <translation>1 Style</translation>
    </message>
    <message>
        <source>%1 styles</source>
        <translation>%1 Styles</translation>
    </message>
    <message>
        <source>1 script</source>
        <translation>1 Skript</translation>
    </message>
    <message>
        <source>%1 scripts</source>
        <translation>%1 Skripte</translation>
    </message>
</context>
<context>
    <name>porchlight::FolderCard</name>
    <message>
        <source>Change &amp;folder…</source>
        <translation>Ordner &amp;ändern…</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>Den Ordner in der Dateiverwaltung öffnen</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>wird gezählt…</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>porchlight::FolderOpening</name>
    <message>
        <source>Choose the folder to share</source>
        <translation>Den Ordner zum Teilen wählen</translation>
    </message>
    <message>
        <source>Porchlight shares one folder at a time. It takes the first, “%1”.</source>
        <translation>Porchlight teilt immer nur einen Ordner. Es nimmt den ersten, „%1“.</translation>
    </message>
    <message>
        <source>S&amp;hare it</source>
        <translation>&amp;Teilen</translation>
    </message>
    <message>
        <source>Choose anothe&amp;r folder…</source>
        <translation>Ande&amp;ren Ordner wählen…</translation>
    </message>
    <message>
        <source>“%1” is a file, and Porchlight shares folders. Share its folder “%2” instead?</source>
        <translation>„%1“ ist eine Datei, und Porchlight teilt Ordner. Stattdessen ihren Ordner „%2“ teilen?</translation>
    </message>
    <message>
        <source>S&amp;hare “%1”</source>
        <translation>„%1“ &amp;teilen</translation>
    </message>
    <message>
        <source>There is nothing at “%1”. It may have been moved, or its disk is not connected.</source>
        <translation>Unter „%1“ ist nichts. Vielleicht wurde es verschoben, oder sein Laufwerk ist nicht angeschlossen.</translation>
    </message>
    <message>
        <source>Choose a folde&amp;r…</source>
        <translation>O&amp;rdner wählen…</translation>
    </message>
    <message>
        <source>Looking at “%1”. Its disk does not answer yet; it may be asleep, or gone.</source>
        <translation>„%1“ wird angesehen. Das Laufwerk antwortet noch nicht; vielleicht schläft es, oder es ist weg.</translation>
    </message>
</context>
<context>
    <name>porchlight::FolderText</name>
    <message>
        <source>Home folder</source>
        <translation>Persönlicher Ordner</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>no items</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 Eintrag</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 Einträge</translation>
    </message>
</context>
<context>
    <name>porchlight::GuestsCard</name>
    <message>
        <source>Originals keep their location</source>
        <translation>Originale behalten ihren Ort</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Photo site</source>
        <translation>Fotoseite</translation>
    </message>
    <message>
        <source>File list</source>
        <translation>Dateiliste</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen als</translation>
    </message>
    <message>
        <source>Automatic: your web page where the folder has an index.html, photos where most files are photos, otherwise a list of files</source>
        <translation>Automatisch: die eigene Webseite, wo im Ordner eine index.html liegt; Fotos, wo die meisten Dateien Fotos sind; sonst eine Liste der Dateien</translation>
    </message>
    <message>
        <source>An address that is not there, and has no ending, is answered with index.html</source>
        <translation>Eine Adresse, die es nicht gibt und die keine Endung hat, wird mit index.html beantwortet</translation>
    </message>
    <message>
        <source>Off: a guest who downloads a photo or film does not learn where it was taken. JPEG, PNG, WebP, TIFF, RAW, HEIC, AVIF, MP4, MOV, MKV and WebM files leave without it, or stay here when Porchlight cannot look through them; other files keep it. The files in the folder never change.</source>
        <translation>Aus: Wer ein Foto oder einen Film herunterlädt, erfährt nicht, wo die Aufnahme entstand. JPEG-, PNG-, WebP-, TIFF-, RAW-, HEIC-, AVIF-, MP4-, MOV-, MKV- und WebM-Dateien gehen ohne den Ort hinaus oder bleiben hier, wenn Porchlight sie nicht durchsehen kann; andere Dateien behalten ihn. Die Dateien im Ordner ändern sich nie.</translation>
    </message>
    <message>
        <source>Takes away the smaller copies of photos; they are made anew when guests look</source>
        <translation>Nimmt die kleineren Kopien der Fotos weg; sie werden neu gemacht, wenn Gäste schauen</translation>
    </message>
    <message>
        <source>Take away the smaller copies of photos</source>
        <translation>Die kleineren Kopien der Fotos wegnehmen</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>Gäste</translation>
    </message>
    <message>
        <source>Show t&amp;hem</source>
        <translation>Zei&amp;gen als</translation>
    </message>
    <message>
        <source>Smaller copies: %1</source>
        <translation>Kleinere Kopien: %1</translation>
    </message>
    <message>
        <source>It is an app of one page</source>
        <translation>App aus einer Seite</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>The café makes its pages itself: there is nothing to choose for this folder.</source>
        <translation>Das Café macht seine Seiten selbst: Für diesen Ordner gibt es nichts zu wählen.</translation>
    </message>
</context>
<context>
    <name>porchlight::Inspector</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Show in Flo&amp;w</source>
        <translation>Im A&amp;blauf zeigen</translation>
    </message>
    <message>
        <source>Request head</source>
        <translation>Kopf der Anfrage</translation>
    </message>
    <message>
        <source>Request content</source>
        <translation>Inhalt der Anfrage</translation>
    </message>
    <message>
        <source>Response head</source>
        <translation>Kopf der Antwort</translation>
    </message>
    <message>
        <source>Response content</source>
        <translation>Inhalt der Antwort</translation>
    </message>
    <message>
        <source>Ste&amp;ps</source>
        <translation>&amp;Schritte</translation>
    </message>
    <message>
        <source>Step by step, each with its time</source>
        <translation>Schritt für Schritt, jeder mit seiner Zeit</translation>
    </message>
    <message>
        <source>What the visitor sent along</source>
        <translation>Was der Besucher mitgeschickt hat</translation>
    </message>
    <message>
        <source>What the visitor got</source>
        <translation>Was der Besucher bekommen hat</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>See who said what to whom</source>
        <translation>Sehen, wer wem was gesagt hat</translation>
    </message>
    <message>
        <source>Choose a request above to read what happened.</source>
        <translation>Wählen Sie oben eine Anfrage, um zu lesen, was geschah.</translation>
    </message>
    <message>
        <source>Porchlight kept no copy of this content: it went from the disk to the network, or was too much.</source>
        <translation>Porchlight hat keine Kopie dieses Inhalts behalten: er ging von der Platte ins Netz oder war zu viel.</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Als curl kopieren</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>Wiederholen…</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Copy a command that asks the same with curl (Ctrl+Shift+C)</source>
        <translation>Einen Befehl kopieren, der mit curl dasselbe fragt (Strg+Umschalt+C)</translation>
    </message>
    <message>
        <source>Ask the same once more, changed if you like (Ctrl+Shift+A)</source>
        <translation>Noch einmal dasselbe fragen, auf Wunsch geändert (Strg+Umschalt+A)</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copied, the visitor’s cookie included</source>
        <translation>Kopiert, samt Cookie des Besuchers</translation>
    </message>
    <message>
        <source>Looking at the file…</source>
        <translation>Die Datei wird angesehen…</translation>
    </message>
    <message>
        <source>Porchlight kept no copy of this picture, and cannot look at it again: the file is another one by now, too large, or not shared any more.</source>
        <translation>Porchlight hat von diesem Bild keine Kopie behalten und kann es nicht noch einmal ansehen: Die Datei ist inzwischen eine andere, zu groß oder nicht mehr freigegeben.</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
</context>
<context>
    <name>porchlight::LessonBanner</name>
    <message>
        <source>&amp;End the lesson</source>
        <translation>Unterricht been&amp;den</translation>
    </message>
    <message>
        <source>Everything is answered as it comes again; who waits is let in</source>
        <translation>Alles wird wieder beantwortet, wie es kommt; wer wartet, wird eingelassen</translation>
    </message>
</context>
<context>
    <name>porchlight::LessonCard</name>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>&amp;Next step</source>
        <translation>Nächster Schr&amp;itt</translation>
    </message>
    <message>
        <source>New demo site…</source>
        <translation>Neue Demo-Site…</translation>
    </message>
    <message>
        <source>Recorded lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Hold every re&amp;quest</source>
        <translation>&amp;Jede Anfrage anhalten</translation>
    </message>
    <message>
        <source>As&amp;k the class first</source>
        <translation>&amp;Zuerst die Klasse fragen</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>Echt</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Slow: each phase really takes a while, so that phones wait visibly. Step: each phase waits for Next step.</source>
        <translation>Langsam: jede Phase dauert wirklich eine Weile, sodass Handys sichtbar warten. Schritt: jede Phase wartet auf „Nächster Schritt“.</translation>
    </message>
    <message>
        <source>How slow</source>
        <translation>Wie langsam</translation>
    </message>
    <message>
        <source>Lets the exchange go on that has waited longest</source>
        <translation>Lässt den Austausch weitergehen, der am längsten gewartet hat</translation>
    </message>
    <message>
        <source>Porchlight visits the front page itself, as a phone would: then one computer is enough. Again: the second visit, with copies from the first.</source>
        <translation>Porchlight besucht die Startseite selbst, wie ein Handy es täte: so reicht ein Computer. Noch einmal: der zweite Besuch, mit den Kopien vom ersten.</translation>
    </message>
    <message>
        <source>Hold only requests with these words</source>
        <translation>Nur Anfragen mit diesen Wörtern anhalten</translation>
    </message>
    <message>
        <source>Instead of answers the door shows a question: what status comes next?</source>
        <translation>Statt der Antworten zeigt die Tür eine Frage: welcher Status kommt als Nächstes?</translation>
    </message>
    <message>
        <source>As if no visitor had a copy of anything: 200 where 304 would have been</source>
        <translation>Als hätte kein Besucher von etwas eine Kopie: 200, wo 304 gekommen wäre</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Unterricht</translation>
    </message>
    <message>
        <source>Each request waits at the door until you choose an answer.</source>
        <translation>Jede Anfrage wartet an der Tür, bis Sie eine Antwort wählen.</translation>
    </message>
    <message>
        <source>Requests are answered as they come.</source>
        <translation>Anfragen werden beantwortet, wie sie kommen.</translation>
    </message>
    <message>
        <source>%1 s a phase</source>
        <translation>%1 s je Phase</translation>
    </message>
    <message>
        <source>only with: GET .jpg</source>
        <translation>nur mit: GET .jpg</translation>
    </message>
    <message>
        <source>Try it alone: start sharing first</source>
        <translation>Allein versuchen: zuerst teilen</translation>
    </message>
    <message>
        <source>Each step of an answer takes its time.</source>
        <translation>Jeder Schritt einer Antwort braucht seine Zeit.</translation>
    </message>
    <message>
        <source>Each step waits for you.</source>
        <translation>Jeder Schritt wartet auf Sie.</translation>
    </message>
    <message>
        <source>Tr&amp;y it alone</source>
        <translation>Allein &amp;versuchen</translation>
    </message>
    <message>
        <source>Cach&amp;ing off</source>
        <translation>&amp;Caching aus</translation>
    </message>
</context>
<context>
    <name>porchlight::LessonCards</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Everyone at %1 (%2 devices)</source>
        <translation>Alle unter %1 (%2 Geräte)</translation>
    </message>
</context>
<context>
    <name>porchlight::LessonSummary</name>
    <message>
        <source>Each step takes %1 s.</source>
        <translation>Jeder Schritt dauert %1 s.</translation>
    </message>
    <message>
        <source>Each step waits for you.</source>
        <translation>Jeder Schritt wartet auf Sie.</translation>
    </message>
    <message>
        <source>Requests wait at the door.</source>
        <translation>Anfragen warten an der Tür.</translation>
    </message>
    <message>
        <source>Requests with “%1” wait at the door.</source>
        <translation>Anfragen mit „%1“ warten an der Tür.</translation>
    </message>
    <message>
        <source>Everything is sent in full, even what the phone already has.</source>
        <translation>Alles wird ganz gesendet, auch was das Handy schon hat.</translation>
    </message>
    <message>
        <source>Lesson on: %1</source>
        <translation>Unterricht läuft: %1</translation>
    </message>
    <message>
        <source>The network is slower for everyone.</source>
        <translation>Das Netz ist für alle langsamer.</translation>
    </message>
    <message>
        <source>The network is slower for some.</source>
        <translation>Das Netz ist für manche langsamer.</translation>
    </message>
</context>
<context>
    <name>porchlight::LineNote</name>
    <message>
        <source>Not a method that is known here.</source>
        <translation>Keine Methode, die hier bekannt ist.</translation>
    </message>
    <message>
        <source>Not a status code that is known here.</source>
        <translation>Kein Statuscode, der hier bekannt ist.</translation>
    </message>
    <message>
        <source>Not one of the fields that are known here; programs pass over fields that they do not know.</source>
        <translation>Keins der Felder, die hier bekannt sind; Programme übergehen Felder, die sie nicht kennen.</translation>
    </message>
    <message>
        <source>This line is no field: it has no colon.</source>
        <translation>Diese Zeile ist kein Feld: sie hat keinen Doppelpunkt.</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>Hier: %1</translation>
    </message>
</context>
<context>
    <name>porchlight::LinkCard</name>
    <message>
        <source>56 kbit/s · modem</source>
        <translation>56 kbit/s · Modem</translation>
    </message>
    <message>
        <source>240 kbit/s · EDGE</source>
        <translation>240 kbit/s · EDGE</translation>
    </message>
    <message>
        <source>1 Mbit/s · first DSL</source>
        <translation>1 Mbit/s · erstes DSL</translation>
    </message>
    <message>
        <source>4 Mbit/s · 3G</source>
        <translation>4 Mbit/s · 3G</translation>
    </message>
    <message>
        <source>16 Mbit/s · DSL</source>
        <translation>16 Mbit/s · DSL</translation>
    </message>
    <message>
        <source>100 Mbit/s · 4G</source>
        <translation>100 Mbit/s · 4G</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie es ist</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Whose network</source>
        <translation>Wessen Netz</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>Bandbreite</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Verzögerung</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>As everyone</source>
        <translation>Wie alle</translation>
    </message>
    <message>
        <source>This visitor has the network that everyone has, whatever it is</source>
        <translation>Dieser Besucher hat das Netz, das alle haben, wie es auch ist</translation>
    </message>
    <message>
        <source>%1 · own network</source>
        <translation>%1 · eigenes Netz</translation>
    </message>
</context>
<context>
    <name>porchlight::ListenFailureMessage</name>
    <message>
        <source>%1 Use %2 instead?</source>
        <translation>%1 Stattdessen %2 verwenden?</translation>
    </message>
    <message>
        <source>&amp;Use %1</source>
        <translation>%1 ver&amp;wenden</translation>
    </message>
    <message>
        <source>Port %1 is taken by another program.</source>
        <translation>Port %1 ist von einem anderen Programm belegt.</translation>
    </message>
    <message>
        <source>%1 The ports after it are taken too. Close that program, or choose another port under More.</source>
        <translation>%1 Die Ports danach sind auch belegt. Schließen Sie jenes Programm, oder wählen Sie unter „Mehr“ einen anderen Port.</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Noch einmal &amp;versuchen</translation>
    </message>
    <message>
        <source>Port %1 is reserved: ports below 1024 need special rights.</source>
        <translation>Port %1 ist reserviert: Ports unter 1024 brauchen besondere Rechte.</translation>
    </message>
    <message>
        <source>This computer does not have the address Porchlight was told to use. Join that network first.</source>
        <translation>Dieser Computer hat die Adresse nicht, die Porchlight verwenden soll. Verbinden Sie ihn zuerst mit jenem Netz.</translation>
    </message>
    <message>
        <source>This computer lets Porchlight open no more files. Close some programs.</source>
        <translation>Dieser Computer lässt Porchlight keine weiteren Dateien öffnen. Schließen Sie einige Programme.</translation>
    </message>
    <message>
        <source>The web server did not answer its own first question, so this version of Qt (%1) does not fit. An update of Porchlight may help.</source>
        <translation>Der Webserver hat seine eigene erste Frage nicht beantwortet, also passt diese Version von Qt (%1) nicht. Vielleicht hilft ein neueres Porchlight.</translation>
    </message>
    <message>
        <source>Sharing could not start on port %1. The system says: %2</source>
        <translation>Das Teilen ließ sich auf Port %1 nicht starten. Das System sagt: %2</translation>
    </message>
</context>
<context>
    <name>porchlight::MainWindow</name>
    <message>
        <source>Open ano&amp;ther…</source>
        <translation>&amp;Andere öffnen…</translation>
    </message>
    <message>
        <source>Choose anothe&amp;r folder…</source>
        <translation>Ande&amp;ren Ordner wählen…</translation>
    </message>
    <message>
        <source>The folder “%1” is not there any more. Connect its disk again, and sharing goes on by itself. Visitors see a page that says so.</source>
        <translation>Der Ordner „%1“ ist nicht mehr da. Schließen Sie sein Laufwerk wieder an, dann geht das Teilen von selbst weiter. Besucher sehen eine Seite, die das sagt.</translation>
    </message>
</context>
<context>
    <name>porchlight::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>porchlight::Narration</name>
    <message>
        <source>%1 asked for the folder %2.</source>
        <translation>%1 fragte nach dem Ordner %2.</translation>
    </message>
    <message>
        <source>%1 asked about the folder %2.</source>
        <translation>%1 erkundigte sich nach dem Ordner %2.</translation>
    </message>
    <message>
        <source>%1 asked for the page %2.</source>
        <translation>%1 fragte nach der Seite %2.</translation>
    </message>
    <message>
        <source>%1 asked about the page %2.</source>
        <translation>%1 erkundigte sich nach der Seite %2.</translation>
    </message>
    <message>
        <source>%1 asked for the photo %2.</source>
        <translation>%1 fragte nach dem Foto %2.</translation>
    </message>
    <message>
        <source>%1 asked about the photo %2.</source>
        <translation>%1 erkundigte sich nach dem Foto %2.</translation>
    </message>
    <message>
        <source>%1 asked for the picture %2.</source>
        <translation>%1 fragte nach dem Bild %2.</translation>
    </message>
    <message>
        <source>%1 asked about the picture %2.</source>
        <translation>%1 erkundigte sich nach dem Bild %2.</translation>
    </message>
    <message>
        <source>%1 asked for the video %2.</source>
        <translation>%1 fragte nach dem Video %2.</translation>
    </message>
    <message>
        <source>%1 asked about the video %2.</source>
        <translation>%1 erkundigte sich nach dem Video %2.</translation>
    </message>
    <message>
        <source>%1 asked for the sound %2.</source>
        <translation>%1 fragte nach der Tondatei %2.</translation>
    </message>
    <message>
        <source>%1 asked about the sound %2.</source>
        <translation>%1 erkundigte sich nach der Tondatei %2.</translation>
    </message>
    <message>
        <source>%1 asked for the file %2.</source>
        <translation>%1 fragte nach der Datei %2.</translation>
    </message>
    <message>
        <source>%1 asked about the file %2.</source>
        <translation>%1 erkundigte sich nach der Datei %2.</translation>
    </message>
    <message>
        <source>%1 connected.</source>
        <translation>%1 hat sich verbunden.</translation>
    </message>
    <message>
        <source>%1 sent the request %2 for %3.</source>
        <translation>%1 schickte die Anfrage %2 für %3.</translation>
    </message>
    <message>
        <source>%1 asked for the front page.</source>
        <translation>%1 fragte nach der Startseite.</translation>
    </message>
    <message>
        <source>%1 asked about the front page.</source>
        <translation>%1 erkundigte sich nach der Startseite.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>sent only the head of the answer, in %1</source>
        <translation>schickte nur den Kopf der Antwort, in %1</translation>
    </message>
    <message>
        <source>answered %1 in %2</source>
        <translation>antwortete %1 in %2</translation>
    </message>
    <message>
        <source>sent just that, %1, in %2</source>
        <translation>schickte genau das, %1, in %2</translation>
    </message>
    <message>
        <source>sent all %1 of it in %2</source>
        <translation>schickte alles, %1, in %2</translation>
    </message>
    <message>
        <source>sent %1 in %2</source>
        <translation>schickte %1 in %2</translation>
    </message>
    <message>
        <source>is working on the answer</source>
        <translation>arbeitet noch an der Antwort</translation>
    </message>
    <message>
        <source>is sending it, %1 so far</source>
        <translation>sendet noch, bisher %1</translation>
    </message>
    <message>
        <source>The visitor left before there was an answer.</source>
        <translation>Der Besucher ging, bevor es eine Antwort gab.</translation>
    </message>
    <message>
        <source>The visitor left after %1: it closed the connection.</source>
        <translation>Der Besucher ging nach %1: er hat die Verbindung geschlossen.</translation>
    </message>
    <message>
        <source>The visitor took nothing more for too long, so Porchlight closed the connection after %1.</source>
        <translation>Der Besucher hat zu lange nichts mehr angenommen, deshalb hat Porchlight die Verbindung nach %1 geschlossen.</translation>
    </message>
    <message>
        <source>Porchlight refused it: %1</source>
        <translation>Porchlight hat abgelehnt: %1</translation>
    </message>
    <message>
        <source>The answer was %1.</source>
        <translation>Die Antwort war %1.</translation>
    </message>
    <message>
        <source>The file became shorter while it was sent, so Porchlight cut the connection after %1: an incomplete download is noticed, a wrong one is not.</source>
        <translation>Die Datei wurde beim Senden kürzer, deshalb hat Porchlight die Verbindung nach %1 getrennt: einen unvollständigen Download bemerkt man, einen falschen nicht.</translation>
    </message>
    <message>
        <source>The file could no longer be read from the disk, so Porchlight cut the connection after %1.</source>
        <translation>Die Datei ließ sich nicht mehr von der Platte lesen, deshalb hat Porchlight die Verbindung nach %1 getrennt.</translation>
    </message>
    <message>
        <source>Sharing was stopped while the answer was on its way, after %1.</source>
        <translation>Das Teilen wurde beendet, während die Antwort unterwegs war, nach %1.</translation>
    </message>
    <message>
        <source>the shared folder</source>
        <comment>stands for %1 in: everything in %1</comment>
        <translation>dem geteilten Ordner</translation>
    </message>
    <message>
        <source>%1 asked for everything in %2 as one zip.</source>
        <translation>%1 fragte nach allem in %2 als ein Zip.</translation>
    </message>
    <message>
        <source>%1 asked for what was chosen in %2 as one zip.</source>
        <translation>%1 fragte nach einer Auswahl in %2 als ein Zip.</translation>
    </message>
    <message>
        <source>%1 may keep this copy and need not ask for it again.</source>
        <translation>%1 darf diese Kopie behalten und braucht nicht noch einmal danach zu fragen.</translation>
    </message>
    <message>
        <source>%1 may keep this copy, but must ask each time whether it changed.</source>
        <translation>%1 darf diese Kopie behalten, muss aber jedes Mal fragen, ob sich etwas geändert hat.</translation>
    </message>
    <message>
        <source>%1 asked for %2.</source>
        <translation>%1 fragte nach %2.</translation>
    </message>
    <message>
        <source>%1 asked about %2.</source>
        <translation>%1 erkundigte sich nach %2.</translation>
    </message>
</context>
<context>
    <name>porchlight::Narrator</name>
    <message>
        <source>Porchlight </source>
        <comment>begins a sentence: Porchlight found it and sent it.</comment>
        <translation>Porchlight </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between things done</comment>
        <translation>, </translation>
    </message>
    <message>
        <source> and </source>
        <comment>before the last thing done</comment>
        <translation> und </translation>
    </message>
</context>
<context>
    <name>porchlight::NewDemoSite</name>
    <message>
        <source>Choose where the new folder “%1” is to be</source>
        <translation>Wählen, wo der neue Ordner „%1“ liegen soll</translation>
    </message>
    <message>
        <source>“%1” is in “%2” already, and Porchlight overwrites nothing. Share it as it is, or choose another folder.</source>
        <translation>„%1“ gibt es in „%2“ schon, und Porchlight überschreibt nichts. Teilen Sie es, wie es ist, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>“%1” cannot be written into “%2”: %3. Choose another folder.</source>
        <translation>„%1“ lässt sich nicht in „%2“ schreiben: %3. Wählen Sie einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>porchlight::NoteCard</name>
    <message>
        <source>Here: %1</source>
        <translation>Hier: %1</translation>
    </message>
    <message>
        <source>By custom, in no standard</source>
        <translation>Nach Brauch, in keinem Standard</translation>
    </message>
</context>
<context>
    <name>porchlight::Pages</name>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
</context>
<context>
    <name>porchlight::ProjectorBar</name>
    <message>
        <source>Co&amp;de</source>
        <translation>&amp;QR-Code</translation>
    </message>
    <message>
        <source>&amp;Lesson</source>
        <translation>&amp;Unterricht</translation>
    </message>
    <message>
        <source>Shows the code for phones’ cameras as large as the screen</source>
        <translation>Zeigt den Code für die Kameras der Handys so groß wie der Bildschirm</translation>
    </message>
    <message>
        <source>Leave (F11)</source>
        <translation>Verlassen (F11)</translation>
    </message>
    <message>
        <source>Back to type of normal size</source>
        <translation>Zurück zu Schrift in gewohnter Größe</translation>
    </message>
    <message>
        <source>Sharing is off</source>
        <translation>Nicht geteilt</translation>
    </message>
    <message>
        <source>No network yet</source>
        <translation>Noch kein Netz</translation>
    </message>
    <message>
        <source>Shows or hides the lesson controls; the lesson goes on</source>
        <translation>Zeigt oder verbirgt die Unterrichtsregler; der Unterricht geht weiter</translation>
    </message>
</context>
<context>
    <name>porchlight::QrCodeView</name>
    <message>
        <source>QR code of %1</source>
        <translation>QR-Code von %1</translation>
    </message>
    <message>
        <source>Click to fill the screen</source>
        <translation>Klick füllt den Bildschirm</translation>
    </message>
</context>
<context>
    <name>porchlight::QrPoster</name>
    <message>
        <source>Point a phone’s camera here</source>
        <translation>Die Kamera eines Handys hierher richten</translation>
    </message>
</context>
<context>
    <name>porchlight::Questions</name>
    <message>
        <source>This is everything on this computer: its system and the files of all its people.</source>
        <translation>Das ist alles auf diesem Computer: sein System und die Dateien aller, die ihn benutzen.</translation>
    </message>
    <message>
        <source>This is your whole home folder: documents, photos, downloads, everything in it.</source>
        <translation>Das ist Ihr ganzer persönlicher Ordner: Dokumente, Fotos, Downloads, alles darin.</translation>
    </message>
    <message>
        <source>“%1” belongs to this computer’s system.</source>
        <translation>„%1“ gehört zum System dieses Computers.</translation>
    </message>
    <message>
        <source>“%1” itself holds passwords or keys.</source>
        <translation>„%1“ enthält selbst Passwörter oder Schlüssel.</translation>
    </message>
    <message>
        <source>%1 (a private key: it opens other computers or accounts)</source>
        <translation>%1 (ein privater Schlüssel: er öffnet andere Computer oder Konten)</translation>
    </message>
    <message>
        <source>%1 (passwords or other secrets)</source>
        <translation>%1 (Passwörter oder andere Geheimnisse)</translation>
    </message>
    <message>
        <source>• and %1 more</source>
        <translation>• und %1 weitere</translation>
    </message>
    <message>
        <source>Found in it:
%1</source>
        <translation>Darin gefunden:
%1</translation>
    </message>
    <message>
        <source>What was found is hidden, and Porchlight keeps hidden files from visitors.</source>
        <translation>Was gefunden wurde, ist versteckt, und Verstecktes zeigt Porchlight Besuchern nicht.</translation>
    </message>
    <message>
        <source>Everyone on your network could open what is shared.</source>
        <translation>Alle in Ihrem Netz könnten öffnen, was geteilt wird.</translation>
    </message>
    <message>
        <source>Share “%1” with everyone in the house?</source>
        <translation>„%1“ mit allen im Haus teilen?</translation>
    </message>
    <message>
        <source>&amp;Share it anyway</source>
        <translation>&amp;Trotzdem teilen</translation>
    </message>
    <message>
        <source>&amp;Don’t share</source>
        <translation>&amp;Nicht teilen</translation>
    </message>
    <message>
        <source>“%1” is being shared. Stop sharing and close?</source>
        <translation>„%1“ wird geteilt. Beenden und schließen?</translation>
    </message>
    <message>
        <source>Downloads that are running are cut off, and visitors no longer find the page.</source>
        <translation>Laufende Downloads brechen ab, und Besucher finden die Seite nicht mehr.</translation>
    </message>
    <message>
        <source>&amp;Stop sharing and close</source>
        <translation>&amp;Beenden und schließen</translation>
    </message>
    <message>
        <source>&amp;Keep sharing</source>
        <translation>&amp;Weiter teilen</translation>
    </message>
</context>
<context>
    <name>porchlight::RecentCard</name>
    <message>
        <source>Share %1 again, %2</source>
        <translation>%1 wieder teilen, %2</translation>
    </message>
    <message>
        <source>not there now</source>
        <translation>zurzeit nicht da</translation>
    </message>
    <message>
        <source>%1, not there now</source>
        <translation>%1, zurzeit nicht da</translation>
    </message>
</context>
<context>
    <name>porchlight::RecentShare</name>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>a day of this year, as QLocale::toString() takes it</comment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a day, as QLocale::toString() takes it</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>shared %1</source>
        <comment>a day</comment>
        <translation>geteilt: %1</translation>
    </message>
</context>
<context>
    <name>porchlight::RecordingBanner</name>
    <message>
        <source>You are looking at the recording “%1”.</source>
        <translation>Zu sehen ist die Aufzeichnung „%1“.</translation>
    </message>
    <message>
        <source>Close the recordi&amp;ng</source>
        <translation>Aufzeichnung schlie&amp;ßen</translation>
    </message>
</context>
<context>
    <name>porchlight::RecordingOpening</name>
    <message>
        <source>Open a recording</source>
        <translation>Eine Aufzeichnung öffnen</translation>
    </message>
    <message>
        <source>Recordings (*.porchlight *.har)</source>
        <translation>Aufzeichnungen (*.porchlight *.har)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>porchlight::RecordingText</name>
    <message>
        <source>“%1” could not be read: %2.</source>
        <translation>„%1“ ließ sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>“%1” is no recording. Porchlight opens sessions that it saved (.porchlight) and HTTP Archives (.har).</source>
        <translation>„%1“ ist keine Aufzeichnung. Porchlight öffnet Sitzungen, die es gespeichert hat (.porchlight), und HTTP-Archive (.har).</translation>
    </message>
    <message>
        <source>“%1” is damaged: a part is missing or was changed. Ask for it again where it came from.</source>
        <translation>„%1“ ist beschädigt: ein Teil fehlt oder wurde verändert. Bitten Sie dort noch einmal darum, wo sie herkam.</translation>
    </message>
    <message>
        <source>“%1” was saved by a newer Porchlight. Install the newer one to open it.</source>
        <translation>„%1“ wurde von einem neueren Porchlight gespeichert. Installieren Sie das neuere, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>“%1” holds more than Porchlight can show at once: 100,000 requests at most, and 256 MB of an HTTP Archive. Save fewer requests into it.</source>
        <translation>„%1“ enthält mehr, als Porchlight auf einmal zeigen kann: höchstens 100.000 Anfragen und 256 MB eines HTTP-Archivs. Speichern Sie weniger Anfragen hinein.</translation>
    </message>
</context>
<context>
    <name>porchlight::RefusalText</name>
    <message>
        <source>as many connections are open as are allowed in all.</source>
        <translation>es sind so viele Verbindungen offen, wie insgesamt erlaubt sind.</translation>
    </message>
    <message>
        <source>this visitor has as many connections open as one may have.</source>
        <translation>dieser Besucher hat so viele Verbindungen offen, wie einer haben darf.</translation>
    </message>
    <message>
        <source>its head (the lines that say what is wanted) did not come in time.</source>
        <translation>ihr Kopf (die Zeilen, die sagen, was gewünscht ist) kam nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>its body (the data sent along) did not come in time.</source>
        <translation>ihr Inhalt (die mitgeschickten Daten) kam nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>the visitor spoke https, and this address speaks http. Open it with http:// in front.</source>
        <translation>der Besucher sprach https, und unter dieser Adresse wird http gesprochen. Es geht mit http:// davor.</translation>
    </message>
    <message>
        <source>its first line is not a method, an address and a version.</source>
        <translation>ihre erste Zeile besteht nicht aus Methode, Adresse und Version.</translation>
    </message>
    <message>
        <source>its address (the request target) is not written as HTTP asks.</source>
        <translation>ihre Adresse (das Ziel der Anfrage) ist nicht so geschrieben, wie HTTP es verlangt.</translation>
    </message>
    <message>
        <source>its address (the request target) is too long.</source>
        <translation>ihre Adresse (das Ziel der Anfrage) ist zu lang.</translation>
    </message>
    <message>
        <source>its first line does not end in a version of HTTP.</source>
        <translation>ihre erste Zeile endet nicht mit einer Version von HTTP.</translation>
    </message>
    <message>
        <source>it speaks a version of HTTP that Porchlight does not.</source>
        <translation>sie spricht eine Version von HTTP, die Porchlight nicht spricht.</translation>
    </message>
    <message>
        <source>its method (the first word) is not one that HTTP knows.</source>
        <translation>ihre Methode (das erste Wort) ist keine, die HTTP kennt.</translation>
    </message>
    <message>
        <source>its head is larger than any browser&apos;s.</source>
        <translation>ihr Kopf ist größer als der jedes Browsers.</translation>
    </message>
    <message>
        <source>its head has more header lines than any browser sends.</source>
        <translation>ihr Kopf hat mehr Header, als irgendein Browser schickt.</translation>
    </message>
    <message>
        <source>the name of a header has characters that names may not have.</source>
        <translation>der Name eines Headers enthält Zeichen, die in Namen nicht erlaubt sind.</translation>
    </message>
    <message>
        <source>a header has a space before its colon, which servers read in different ways.</source>
        <translation>in einem Header steht ein Leerzeichen vor dem Doppelpunkt, und das lesen Server verschieden.</translation>
    </message>
    <message>
        <source>a header goes on in a second line, which HTTP no longer allows.</source>
        <translation>ein Header geht in einer zweiten Zeile weiter, was HTTP nicht mehr erlaubt.</translation>
    </message>
    <message>
        <source>its head has a control character in it.</source>
        <translation>in ihrem Kopf ist ein Steuerzeichen.</translation>
    </message>
    <message>
        <source>it has no Host header, so it does not say which site it is for.</source>
        <translation>ihr fehlt der Header Host, also sagt sie nicht, für welche Website sie ist.</translation>
    </message>
    <message>
        <source>it has more than one Host header.</source>
        <translation>sie hat mehr als einen Header Host.</translation>
    </message>
    <message>
        <source>its Host header is not the name of a machine.</source>
        <translation>ihr Header Host ist nicht der Name eines Computers.</translation>
    </message>
    <message>
        <source>its Content-Length is not a number.</source>
        <translation>ihre Content-Length ist keine Zahl.</translation>
    </message>
    <message>
        <source>it gives two different lengths (Content-Length) for one body.</source>
        <translation>sie nennt zwei verschiedene Längen (Content-Length) für einen Inhalt.</translation>
    </message>
    <message>
        <source>its Content-Length is a number beyond all sizes.</source>
        <translation>ihre Content-Length ist eine Zahl jenseits aller Größen.</translation>
    </message>
    <message>
        <source>it says in two ways where its body ends, a known trick to smuggle in a second request.</source>
        <translation>sie sagt auf zwei Arten, wo ihr Inhalt endet, ein bekannter Trick, um eine zweite Anfrage einzuschmuggeln.</translation>
    </message>
    <message>
        <source>its body comes in a coding (Transfer-Encoding) that Porchlight does not know.</source>
        <translation>ihr Inhalt kommt in einer Codierung (Transfer-Encoding), die Porchlight nicht kennt.</translation>
    </message>
    <message>
        <source>it does not say where its body ends: chunked is not the last of its codings (Transfer-Encoding).</source>
        <translation>sie sagt nicht, wo ihr Inhalt endet: chunked ist nicht die letzte ihrer Codierungen (Transfer-Encoding).</translation>
    </message>
    <message>
        <source>it uses Transfer-Encoding, which its version of HTTP does not have.</source>
        <translation>sie benutzt Transfer-Encoding, und das gibt es in ihrer Version von HTTP nicht.</translation>
    </message>
    <message>
        <source>the pieces (chunks) of its body are not put together as HTTP asks.</source>
        <translation>die Stücke (Chunks) ihres Inhalts sind nicht so zusammengesetzt, wie HTTP es verlangt.</translation>
    </message>
    <message>
        <source>it brings more data than anyone needs to ask for a file.</source>
        <translation>sie bringt mehr Daten mit, als man braucht, um nach einer Datei zu fragen.</translation>
    </message>
    <message>
        <source>it expects something (Expect) that Porchlight does not know.</source>
        <translation>sie erwartet etwas (Expect), das Porchlight nicht kennt.</translation>
    </message>
    <message>
        <source>everything that could answer waits for a disk that does not answer. Look whether the folder&apos;s disk is connected, then stop and start sharing.</source>
        <translation>alles, was antworten könnte, wartet auf ein Laufwerk, das nicht antwortet. Sieh nach, ob das Laufwerk des Ordners verbunden ist, beende dann das Teilen und beginne es neu.</translation>
    </message>
</context>
<context>
    <name>porchlight::RequestExport</name>
    <message>
        <source>CSV for spreadsheets (*.csv)</source>
        <translation>CSV für Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Common Log (*.log)</source>
        <translation>Common Log (*.log)</translation>
    </message>
    <message>
        <source>Combined Log (*.log)</source>
        <translation>Combined Log (*.log)</translation>
    </message>
    <message>
        <source>Export the requests shown</source>
        <translation>Die gezeigten Anfragen exportieren</translation>
    </message>
    <message>
        <source>%1 requests were saved to %2.</source>
        <translation>%1 Anfragen wurden in %2 gespeichert.</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2. Save it somewhere else?</source>
        <translation>%1 ließ sich nicht speichern: %2. Anderswo speichern?</translation>
    </message>
    <message>
        <source>&amp;Save elsewhere…</source>
        <translation>Anderswo &amp;speichern…</translation>
    </message>
    <message>
        <source>1 request was saved to %1.</source>
        <translation>1 Anfrage wurde in %1 gespeichert.</translation>
    </message>
</context>
<context>
    <name>porchlight::RequestFilter</name>
    <message>
        <source>slow</source>
        <comment>a word of the filter</comment>
        <translation>langsam</translation>
    </message>
    <message>
        <source>visitor:</source>
        <comment>a word of the filter</comment>
        <translation>besucher:</translation>
    </message>
</context>
<context>
    <name>porchlight::RequestStory</name>
    <message>
        <source>Porchlight refused the request: %1</source>
        <translation>Porchlight hat die Anfrage abgelehnt: %1</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>sparte %1</translation>
    </message>
    <message>
        <source>had nothing to send</source>
        <translation>hatte nichts zu senden</translation>
    </message>
    <message>
        <source>The lesson has caching off, so Porchlight set this line aside.</source>
        <translation>Im Unterricht ist das Caching aus, deshalb hat Porchlight diese Zeile beiseitegelegt.</translation>
    </message>
    <message>
        <source>%1 already had version %2; Porchlight compared, found it unchanged, and %3.</source>
        <translation>%1 hatte schon die Fassung %2; Porchlight verglich, fand sie unverändert und %3.</translation>
    </message>
    <message>
        <source>%1 had version %2; by now it is %3, so Porchlight sent it anew.</source>
        <translation>%1 hatte die Fassung %2; inzwischen ist es %3, also schickte Porchlight sie neu.</translation>
    </message>
    <message>
        <source>%1 fetched it then; it has not changed since, so Porchlight %2.</source>
        <translation>%1 war damals hier; seitdem ist nichts anders, und Porchlight %2.</translation>
    </message>
    <message>
        <source>Porchlight passed over this line: If-None-Match says it more exactly.</source>
        <translation>Porchlight hat diese Zeile übergangen: If-None-Match sagt es genauer.</translation>
    </message>
    <message>
        <source>It has changed since then, so Porchlight sent it anew.</source>
        <translation>Seitdem hat sich etwas geändert, also schickte Porchlight es neu.</translation>
    </message>
    <message>
        <source>That no longer holds, so Porchlight did not do it (412).</source>
        <translation>Das trifft nicht mehr zu, also hat Porchlight es nicht getan (412).</translation>
    </message>
    <message>
        <source>That still holds, so Porchlight did as it was asked.</source>
        <translation>Das trifft noch zu, also tat Porchlight, worum es gebeten wurde.</translation>
    </message>
    <message>
        <source>%1 wanted only bytes %2 to %3 of %4, and Porchlight sent just that, %5.</source>
        <translation>%1 wollte nur die Bytes %2 bis %3 von %4, und Porchlight schickte genau das, %5.</translation>
    </message>
    <message>
        <source>%1 wanted %2 parts of %3, and Porchlight sent them in one answer.</source>
        <translation>%1 wollte %2 Teile von %3, und Porchlight schickte sie in einer Antwort.</translation>
    </message>
    <message>
        <source>That lies beyond the end: there are only %1.</source>
        <translation>Das liegt hinter dem Ende: es sind nur %1.</translation>
    </message>
    <message>
        <source>Porchlight could not meet this, so it sent the whole.</source>
        <translation>Porchlight konnte das nicht erfüllen, also schickte es das Ganze.</translation>
    </message>
    <message>
        <source>It is still the version that %1 has begun to fetch, so the part fits.</source>
        <translation>Es ist noch die Fassung, die %1 zu holen begonnen hat, also passt der Teil dazu.</translation>
    </message>
    <message>
        <source>It is not the version that %1 has begun to fetch, so it gets the whole.</source>
        <translation>Es ist nicht mehr die Fassung, die %1 zu holen begonnen hat, also kommt das Ganze.</translation>
    </message>
    <message>
        <source>Of these Porchlight chose %1.</source>
        <translation>Davon hat Porchlight %1 gewählt.</translation>
    </message>
    <message>
        <source>Porchlight sent this answer as it is, not compressed.</source>
        <translation>Porchlight schickte diese Antwort, wie sie ist, nicht komprimiert.</translation>
    </message>
    <message>
        <source>That is no name of this computer, so Porchlight told nothing.</source>
        <translation>So heißt dieser Computer nicht, deshalb hat Porchlight nichts verraten.</translation>
    </message>
    <message>
        <source>%1 came by this address, and Porchlight answers under it.</source>
        <translation>%1 kam über diese Adresse, und Porchlight antwortet unter ihr.</translation>
    </message>
    <message>
        <source>%1 wanted the connection closed after this answer.</source>
        <translation>%1 wollte die Verbindung nach dieser Antwort geschlossen haben.</translation>
    </message>
    <message>
        <source>%1 would have kept the connection; Porchlight closed it after the answer.</source>
        <translation>%1 hätte die Verbindung behalten; Porchlight hat sie nach der Antwort geschlossen.</translation>
    </message>
    <message>
        <source>Porchlight kept the connection open, so the next request need not knock again.</source>
        <translation>Porchlight hielt die Verbindung offen, die nächste Anfrage braucht also nicht neu anzuklopfen.</translation>
    </message>
    <message>
        <source>The reader came from %1, another site.</source>
        <translation>Wer hier liest, kam von %1, einer anderen Website.</translation>
    </message>
    <message>
        <source>The front page asked for this, or a link on it was followed.</source>
        <translation>Die Startseite hat danach gefragt, oder jemand folgte einem Link auf ihr.</translation>
    </message>
    <message>
        <source>The page %1 asked for this, or a link on it was followed.</source>
        <translation>Die Seite %1 hat danach gefragt, oder jemand folgte einem Link auf ihr.</translation>
    </message>
    <message>
        <source>The page is kept apart from everything else, so it has no origin to name.</source>
        <translation>Die Seite wird von allem anderen ferngehalten, also hat sie keine Herkunft zu nennen.</translation>
    </message>
    <message>
        <source>A page of this very site started it.</source>
        <translation>Eine Seite eben dieser Website hat es angestoßen.</translation>
    </message>
    <message>
        <source>A page of %1 started it, another site.</source>
        <translation>Eine Seite von %1 hat es angestoßen, einer anderen Website.</translation>
    </message>
    <message>
        <source>%1 handed back one cookie: %2.</source>
        <translation>%1 gab ein Cookie zurück: %2.</translation>
    </message>
    <message>
        <source>%1 handed back %2 cookies: %3.</source>
        <translation>%1 gab %2 Cookies zurück: %3.</translation>
    </message>
    <message>
        <source>Porchlight does not know this program.</source>
        <translation>Porchlight kennt dieses Programm nicht.</translation>
    </message>
    <message>
        <source>%1 sent %2 along.</source>
        <translation>%1 hat %2 mitgeschickt.</translation>
    </message>
    <message>
        <source>%1 did not want to rely on a stored copy, as when a page is loaded anew.</source>
        <translation>%1 wollte sich nicht auf eine aufbewahrte Kopie verlassen, wie beim Neuladen einer Seite.</translation>
    </message>
    <message>
        <source>Porchlight speaks http here, so the answer came over http.</source>
        <translation>Porchlight spricht hier http, also kam die Antwort über http.</translation>
    </message>
    <message>
        <source>Another website asked through this browser, so Porchlight told nothing.</source>
        <translation>Eine andere Website hat über diesen Browser gefragt, deshalb hat Porchlight nichts verraten.</translation>
    </message>
    <message>
        <source>The reader typed the address, scanned it or chose a bookmark.</source>
        <translation>Die Adresse wurde getippt, gescannt oder aus den Lesezeichen gewählt.</translation>
    </message>
    <message>
        <source>A page that Porchlight had sent asked for this.</source>
        <translation>Eine Seite, die Porchlight geschickt hatte, hat danach gefragt.</translation>
    </message>
    <message>
        <source>Another website led here.</source>
        <translation>Eine andere Website hat hierher geführt.</translation>
    </message>
    <message>
        <source>%1 shows it as a page.</source>
        <translation>%1 zeigt es als Seite.</translation>
    </message>
    <message>
        <source>%1 shows it as a picture.</source>
        <translation>%1 zeigt es als Bild.</translation>
    </message>
    <message>
        <source>%1 dresses a page with it.</source>
        <translation>%1 kleidet damit eine Seite ein.</translation>
    </message>
    <message>
        <source>%1 runs it as a script.</source>
        <translation>%1 führt es als Skript aus.</translation>
    </message>
    <message>
        <source>%1 plays it as a film.</source>
        <translation>%1 spielt es als Film ab.</translation>
    </message>
    <message>
        <source>%1 plays it as sound.</source>
        <translation>%1 spielt es als Ton ab.</translation>
    </message>
    <message>
        <source>%1 writes text with it.</source>
        <translation>%1 schreibt damit Text.</translation>
    </message>
    <message>
        <source>%1 shows it inside of another page.</source>
        <translation>%1 zeigt es innerhalb einer anderen Seite.</translation>
    </message>
    <message>
        <source>%1 gives it to a script that asked.</source>
        <translation>%1 gibt es einem Skript, das danach fragte.</translation>
    </message>
    <message>
        <source>Porchlight follows nobody from site to site, asked or not.</source>
        <translation>Porchlight folgt niemandem von Website zu Website, ob darum gebeten oder nicht.</translation>
    </message>
    <message>
        <source>Porchlight does not offer %1 here.</source>
        <translation>Porchlight bietet %1 hier nicht an.</translation>
    </message>
    <message>
        <source>Porchlight named what it offers: %1.</source>
        <translation>Porchlight nannte, was es anbietet: %1.</translation>
    </message>
    <message>
        <source>%1 asked for %2.</source>
        <translation>%1 fragte nach %2.</translation>
    </message>
    <message>
        <source>%1 asked about %2, and Porchlight sent the head without the content.</source>
        <translation>%1 erkundigte sich nach %2, und Porchlight schickte den Kopf ohne den Inhalt.</translation>
    </message>
    <message>
        <source>%1 sent this for %2.</source>
        <translation>%1 schickte das für %2.</translation>
    </message>
    <message>
        <source>This tells Porchlight who asks: %1.</source>
        <translation>Daran erkennt Porchlight, wer fragt: %1.</translation>
    </message>
    <message>
        <source>This tells Porchlight that an %1 with %2 asks.</source>
        <translation>Daran erkennt Porchlight, wer fragt: %1 mit %2.</translation>
    </message>
    <message>
        <source>This tells Porchlight that a %1 with %2 asks.</source>
        <translation>Daran erkennt Porchlight, wer fragt: %1 mit %2.</translation>
    </message>
</context>
<context>
    <name>porchlight::RequestTable</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Show the newest, and keep to it (Ctrl+J)</source>
        <translation>Das Neueste zeigen und dabei bleiben (Strg+J)</translation>
    </message>
    <message>
        <source>%1 new ↓</source>
        <translation>%1 neue ↓</translation>
    </message>
    <message>
        <source>Go on following</source>
        <translation>Weiter zuschauen</translation>
    </message>
    <message>
        <source>Go on following, %1 new</source>
        <translation>Weiter zuschauen, %1 neue</translation>
    </message>
</context>
<context>
    <name>porchlight::RequestTools</name>
    <message>
        <source>Quick filter</source>
        <translation>Schnellfilter</translation>
    </message>
    <message>
        <source>Filter: path, visitor, 404…</source>
        <translation>Filter: Pfad, Besucher, 404…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>&amp;Follow newest</source>
        <translation>&amp;Neuesten folgen</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Export as CSV…</source>
        <translation>Als &amp;CSV exportieren…</translation>
    </message>
    <message>
        <source>Export as Common Lo&amp;g…</source>
        <translation>Als Common Lo&amp;g exportieren…</translation>
    </message>
    <message>
        <source>&amp;Save session…</source>
        <translation>&amp;Sitzung speichern…</translation>
    </message>
    <message>
        <source>Save as &amp;HAR…</source>
        <translation>Als &amp;HAR speichern…</translation>
    </message>
    <message>
        <source>&amp;Open session or HAR…</source>
        <translation>Sitzung oder HAR &amp;öffnen…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More (Ctrl+M)</source>
        <translation>Mehr (Strg+M)</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume (%1 waiting)</source>
        <translation>Weiter (%1 warten)</translation>
    </message>
    <message>
        <source>Show what came meanwhile (Ctrl+B)</source>
        <translation>Zeigen, was inzwischen kam (Strg+B)</translation>
    </message>
    <message>
        <source>Let the table stand still (Ctrl+B)</source>
        <translation>Die Tabelle stillstehen lassen (Strg+B)</translation>
    </message>
    <message>
        <source>Words of the path or the visitor, visitor:&quot;Maria&quot;, 404 or 4xx, &gt;1MB, &lt;10KB, slow (Ctrl+F)</source>
        <translation>Wörter aus dem Pfad oder dem Besucher, besucher:&quot;Maria&quot;, 404 oder 4xx, &gt;1MB, &lt;10KB, langsam (Strg+F)</translation>
    </message>
    <message>
        <source>Resume (1 waiting)</source>
        <translation>Weiter (1 wartet)</translation>
    </message>
</context>
<context>
    <name>porchlight::RequestViews</name>
    <message>
        <source>This is the request of the arrow you chose in Flow.</source>
        <translation>Das ist die Anfrage zu dem Pfeil, den Sie im Ablauf gewählt haben.</translation>
    </message>
    <message>
        <source>Back to F&amp;low</source>
        <translation>Ablauf &amp;öffnen</translation>
    </message>
</context>
<context>
    <name>porchlight::RequestsPage</name>
    <message>
        <source>No requests yet</source>
        <translation>Noch keine Anfragen</translation>
    </message>
    <message>
        <source>Open the address on a phone, and what it asks for shows here.</source>
        <translation>Die Adresse auf einem Handy öffnen: wonach es fragt, steht dann hier.</translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation>Nichts passt zum Filter</translation>
    </message>
    <message>
        <source>Press Esc to see all requests.</source>
        <translation>Esc zeigt alle Anfragen.</translation>
    </message>
    <message>
        <source>%1 requests were not shown: too many at once.</source>
        <translation>%1 Anfragen wurden nicht gezeigt: zu viele auf einmal.</translation>
    </message>
    <message>
        <source>1 request was not shown: too many at once.</source>
        <translation>1 Anfrage wurde nicht gezeigt: zu viele auf einmal.</translation>
    </message>
</context>
<context>
    <name>porchlight::ResponseStory</name>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 Stunden</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 Sekunde</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 Sekunden</translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <comment>day and time, as QLocale::toString() takes them</comment>
        <translation>d. MMMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>The same label that %1 came with: the version has not changed.</source>
        <translation>Dasselbe Etikett, mit dem %1 kam: die Fassung hat sich nicht geändert.</translation>
    </message>
    <message>
        <source>If %1 comes again with this label and it still fits, Porchlight need not send it again.</source>
        <translation>Kommt %1 mit diesem Etikett wieder und es passt noch, braucht Porchlight nichts noch einmal zu senden.</translation>
    </message>
    <message>
        <source>By this computer’s clock: %1.</source>
        <translation>Nach der Uhr dieses Computers: %1.</translation>
    </message>
    <message>
        <source>%1 may not keep this answer.</source>
        <translation>%1 darf diese Antwort nicht behalten.</translation>
    </message>
    <message>
        <source>%1 may keep it, but asks each time whether it is still right.</source>
        <translation>%1 darf sie behalten, fragt aber jedes Mal, ob sie noch stimmt.</translation>
    </message>
    <message>
        <source>%1 may use its copy for %2 without asking.</source>
        <translation>%1 darf die eigene Kopie benutzen, ohne zu fragen, und zwar so lange: %2.</translation>
    </message>
    <message>
        <source>What is new stands at %1.</source>
        <translation>Das Neue steht unter %1.</translation>
    </message>
    <message>
        <source>The address of a folder ends in a slash, so %1 asks for %2 next.</source>
        <translation>Die Adresse eines Ordners endet mit einem Schrägstrich, deshalb fragt %1 als Nächstes nach %2.</translation>
    </message>
    <message>
        <source>%1 asks for %2 next.</source>
        <translation>%1 fragt als Nächstes nach %2.</translation>
    </message>
    <message>
        <source>Porchlight took that from the ending of its name, %1.</source>
        <translation>Das hat Porchlight der Endung des Namens entnommen, %1.</translation>
    </message>
    <message>
        <source>Its name has no ending that would say what it is.</source>
        <translation>Der Name hat keine Endung, die es sagen würde.</translation>
    </message>
    <message>
        <source>Porchlight made this page itself.</source>
        <translation>Porchlight hat diese Seite selbst gemacht.</translation>
    </message>
    <message>
        <source>A compressed form lay beside the file: %1 went out in place of %2.</source>
        <translation>Eine komprimierte Form lag neben der Datei: %1 gingen hinaus statt %2.</translation>
    </message>
    <message>
        <source>Porchlight compressed it from %1 to %2, and %3 unpacks it.</source>
        <translation>Porchlight hat es von %1 auf %2 komprimiert, und %3 packt es aus.</translation>
    </message>
    <message>
        <source>Porchlight compressed it while sending it, and %1 unpacks it.</source>
        <translation>Porchlight hat es beim Senden komprimiert, und %1 packt es aus.</translation>
    </message>
    <message>
        <source>With GET there would have been %1 to send.</source>
        <translation>Mit GET wären %1 zu senden gewesen.</translation>
    </message>
    <message>
        <source>Porchlight sent all %1.</source>
        <translation>Porchlight schickte alles, %1.</translation>
    </message>
    <message>
        <source>Porchlight sent %1 of these %2 so far.</source>
        <translation>Porchlight schickte bisher %1 von diesen %2.</translation>
    </message>
    <message>
        <source>Porchlight sent %1 of these %2.</source>
        <translation>Porchlight schickte %1 von diesen %2.</translation>
    </message>
    <message>
        <source>Porchlight sent %1 of %2, from byte %3 on.</source>
        <translation>Porchlight schickte %1 von %2, ab Byte %3.</translation>
    </message>
    <message>
        <source>No part of it can be sent: it has only %1.</source>
        <translation>Kein Teil davon lässt sich senden: es sind nur %1.</translation>
    </message>
    <message>
        <source>Porchlight made it while sending it, so it could not tell the length before.</source>
        <translation>Porchlight hat es beim Senden gemacht, konnte also die Länge nicht vorher nennen.</translation>
    </message>
    <message>
        <source>scripts cannot read it</source>
        <translation>Skripte können es nicht lesen</translation>
    </message>
    <message>
        <source>other sites cannot make use of it</source>
        <translation>andere Websites können es nicht benutzen</translation>
    </message>
    <message>
        <source>it is to be forgotten at once</source>
        <translation>es soll sofort vergessen werden</translation>
    </message>
    <message>
        <source>it lasts %1</source>
        <translation>es hält so lange: %1</translation>
    </message>
    <message>
        <source>%1 is to remember “%2”</source>
        <translation>%1 soll sich „%2“ merken</translation>
    </message>
    <message>
        <source>The connection ends after this answer.</source>
        <translation>Die Verbindung endet nach dieser Antwort.</translation>
    </message>
    <message>
        <source>The next request can come over the same connection.</source>
        <translation>Die nächste Anfrage kann über dieselbe Verbindung kommen.</translation>
    </message>
    <message>
        <source>Visitors who differ in %1 get different answers here.</source>
        <translation>Besucher, die sich in %1 unterscheiden, bekommen hier verschiedene Antworten.</translation>
    </message>
    <message>
        <source>Porchlight offers %1 here.</source>
        <translation>Porchlight bietet hier %1 an.</translation>
    </message>
    <message>
        <source>Porchlight asked to be tried again in %1.</source>
        <translation>Porchlight bat darum, es nach dieser Zeit wieder zu versuchen: %1.</translation>
    </message>
    <message>
        <source>%1 saves it instead of showing it.</source>
        <translation>%1 speichert es, statt es zu zeigen.</translation>
    </message>
    <message>
        <source>%1 shows it.</source>
        <translation>%1 zeigt es.</translation>
    </message>
    <message>
        <source>It can run scripts, so it is kept apart from everything else that is shared.</source>
        <translation>Darin können Skripte laufen, deshalb wird es von allem anderen ferngehalten, was geteilt wird.</translation>
    </message>
    <message>
        <source>That is the program in front of you.</source>
        <translation>Das ist das Programm, vor dem Sie sitzen.</translation>
    </message>
    <message>
        <source>Porchlight refused it: %1</source>
        <translation>Porchlight hat abgelehnt: %1</translation>
    </message>
</context>
<context>
    <name>porchlight::RowActions</name>
    <message>
        <source>Copy as c&amp;url</source>
        <translation>Als c&amp;url kopieren</translation>
    </message>
    <message>
        <source>Send ag&amp;ain…</source>
        <translation>&amp;Wiederholen…</translation>
    </message>
    <message>
        <source>Com&amp;pare the two</source>
        <translation>Die beiden &amp;vergleichen</translation>
    </message>
    <message>
        <source>Choose two rows with Ctrl held down</source>
        <translation>Zwei Zeilen mit gehaltener Strg-Taste wählen</translation>
    </message>
    <message>
        <source>Show in Flo&amp;w</source>
        <translation>Im A&amp;blauf zeigen</translation>
    </message>
</context>
<context>
    <name>porchlight::SendDialog</name>
    <message>
        <source>The answer was %1, after %2.</source>
        <translation>Die Antwort war %1, nach %2.</translation>
    </message>
    <message>
        <source>The answer was %1. It is long: only its start is shown.</source>
        <translation>Die Antwort war %1. Sie ist lang: nur ihr Anfang wird gezeigt.</translation>
    </message>
    <message>
        <source>No answer came within %1. Perhaps it waits at the door.</source>
        <translation>Innerhalb von %1 kam keine Antwort. Vielleicht wartet sie an der Tür.</translation>
    </message>
    <message>
        <source>The answer was %1 and had not ended after %2.</source>
        <translation>Die Antwort war %1 und nach %2 noch nicht zu Ende.</translation>
    </message>
    <message>
        <source>Porchlight closed the connection without an answer.</source>
        <translation>Porchlight hat die Verbindung ohne Antwort geschlossen.</translation>
    </message>
    <message>
        <source>The answer was %1, but it was cut short.</source>
        <translation>Die Antwort war %1, brach aber ab.</translation>
    </message>
    <message>
        <source>Porchlight could not be reached. Start sharing, then send again.</source>
        <translation>Porchlight war nicht zu erreichen. Starten Sie das Teilen, und senden Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>Response head</source>
        <translation>Kopf der Antwort</translation>
    </message>
    <message>
        <source>Response content</source>
        <translation>Inhalt der Antwort</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>&amp;Methode</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>&amp;Header</translation>
    </message>
    <message>
        <source>C&amp;ontent</source>
        <translation>&amp;Inhalt</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>What comes back stands here.</source>
        <translation>Was zurückkommt, steht hier.</translation>
    </message>
    <message>
        <source>It is under way…</source>
        <translation>Es ist unterwegs…</translation>
    </message>
    <message>
        <source>There is no content.</source>
        <translation>Es gibt keinen Inhalt.</translation>
    </message>
    <message>
        <source>This content is no text: it cannot be changed here. All %1 of it are sent as they came.</source>
        <translation>Dieser Inhalt ist kein Text: Hier lässt er sich nicht ändern. Alle %1 davon werden so gesendet, wie sie kamen.</translation>
    </message>
</context>
<context>
    <name>porchlight::SessionSaving</name>
    <message>
        <source>Save all requests as an HTTP Archive</source>
        <translation>Alle Anfragen als HTTP-Archiv speichern</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>Die Sitzung speichern</translation>
    </message>
    <message>
        <source>HTTP Archive (*.har)</source>
        <translation>HTTP-Archiv (*.har)</translation>
    </message>
    <message>
        <source>Porchlight session (*.porchlight)</source>
        <translation>Porchlight-Sitzung (*.porchlight)</translation>
    </message>
    <message>
        <source>%1 could not be saved: %2. Save it somewhere else?</source>
        <translation>%1 ließ sich nicht speichern: %2. Anderswo speichern?</translation>
    </message>
    <message>
        <source>&amp;Save elsewhere…</source>
        <translation>Anderswo &amp;speichern…</translation>
    </message>
    <message>
        <source>%1 requests were saved to %2. It holds visitors’ names, addresses and cookies.</source>
        <translation>%1 Anfragen wurden in %2 gespeichert. Darin stehen Namen, Adressen und Cookies der Besucher.</translation>
    </message>
    <message>
        <source>1 request was saved to %1. It holds the visitor’s name, address and cookies.</source>
        <translation>1 Anfrage wurde in %1 gespeichert. Darin stehen Name, Adresse und Cookies des Besuchers.</translation>
    </message>
</context>
<context>
    <name>porchlight::ShareButton</name>
    <message>
        <source>&amp;Stop sharing</source>
        <translation>&amp;Teilen beenden</translation>
    </message>
    <message>
        <source>&amp;Start sharing</source>
        <translation>&amp;Teilen starten</translation>
    </message>
</context>
<context>
    <name>porchlight::SharePanel</name>
    <message>
        <source>Lesson con&amp;trols</source>
        <translation>Unterric&amp;ht</translation>
    </message>
    <message>
        <source>Shows controls that slow requests down, hold them at the door and answer them by hand</source>
        <translation>Zeigt, womit sich Anfragen bremsen, an der Tür anhalten und von Hand beantworten lassen</translation>
    </message>
</context>
<context>
    <name>porchlight::SharingView</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>Besucher</translation>
    </message>
</context>
<context>
    <name>porchlight::ShippedLessons</name>
    <message>
        <source>A page and its pictures</source>
        <translation>Eine Seite und ihre Bilder</translation>
    </message>
    <message>
        <source>The second visit: 304</source>
        <translation>Der zweite Besuch: 304</translation>
    </message>
</context>
<context>
    <name>porchlight::StartPage</name>
    <message>
        <source>Share a folder with everyone in the house</source>
        <translation>Einen Ordner mit allen im Haus teilen</translation>
    </message>
    <message>
        <source>They need no app: any phone, tablet or computer on your network opens it in its browser.</source>
        <translation>Sie brauchen keine App: jedes Handy, jedes Tablet und jeder Computer in Ihrem Netz öffnet ihn im Browser.</translation>
    </message>
    <message>
        <source>Open a &amp;recording…</source>
        <translation>Aufzeichnung ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Look at a session that was saved, or at an HTTP Archive (Ctrl+Shift+O)</source>
        <translation>Eine gespeicherte Sitzung oder ein HTTP-Archiv ansehen (Strg+Umschalt+O)</translation>
    </message>
    <message>
        <source>New de&amp;mo site…</source>
        <translation>Neue &amp;Demo-Site…</translation>
    </message>
    <message>
        <source>Two small sites to compare in a lesson: one of files, one that is an app</source>
        <translation>Zwei kleine Websites zum Vergleichen im Unterricht: eine aus Dateien, eine als App</translation>
    </message>
    <message>
        <source>Recorded &amp;lessons</source>
        <translation>Aufgezeichnete &amp;Lektionen</translation>
    </message>
    <message>
        <source>See what happens between a phone and a server, without either</source>
        <translation>Sehen, was zwischen einem Handy und einem Server geschieht, ohne beides</translation>
    </message>
</context>
<context>
    <name>porchlight::StateLine</name>
    <message>
        <source>— no network yet</source>
        <translation>– noch kein Netz</translation>
    </message>
    <message>
        <source>— visible on Wi-Fi</source>
        <translation>– sichtbar im WLAN</translation>
    </message>
    <message>
        <source>— visible on your network</source>
        <translation>– sichtbar in Ihrem Netz</translation>
    </message>
    <message>
        <source>— visible over the VPN</source>
        <translation>– sichtbar im VPN</translation>
    </message>
    <message>
        <source>— on this computer only</source>
        <translation>– nur auf diesem Computer</translation>
    </message>
    <message>
        <source>Sharing is off</source>
        <translation>Nicht geteilt</translation>
    </message>
    <message>
        <source>— nobody sees this folder</source>
        <translation>– niemand sieht diesen Ordner</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>The folder is gone</source>
        <translation>Der Ordner ist weg</translation>
    </message>
    <message>
        <source>— waiting for it</source>
        <translation>– Porchlight wartet auf ihn</translation>
    </message>
    <message>
        <source>Sharing is on</source>
        <translation>Wird geteilt</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird beendet…</translation>
    </message>
    <message>
        <source>— answers may finish</source>
        <translation>– Antworten dürfen noch fertig werden</translation>
    </message>
    <message>
        <source>— it could not start</source>
        <translation>– es ließ sich nicht starten</translation>
    </message>
</context>
<context>
    <name>porchlight::StatusQuiz</name>
    <message>
        <source>What status comes next?</source>
        <translation>Welcher Status kommt als Nächstes?</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Ein anderer</translation>
    </message>
    <message>
        <source>The visitor left before there was an answer.</source>
        <translation>Der Besucher ging, bevor es eine Antwort gab.</translation>
    </message>
    <message>
        <source>Right: %1.</source>
        <translation>Richtig: %1.</translation>
    </message>
    <message>
        <source>The class said another one. It was %1.</source>
        <translation>Die Klasse sagte: ein anderer. Es war %1.</translation>
    </message>
    <message>
        <source>The class said %1. It was %2.</source>
        <translation>Die Klasse sagte %1. Es war %2.</translation>
    </message>
    <message>
        <source>200 here it is</source>
        <translation>200 hier ist es</translation>
    </message>
    <message>
        <source>206 a part of it</source>
        <translation>206 ein Teil davon</translation>
    </message>
    <message>
        <source>301 it has moved</source>
        <translation>301 ist umgezogen</translation>
    </message>
    <message>
        <source>304 your copy is good</source>
        <translation>304 Kopie ist gut</translation>
    </message>
    <message>
        <source>403 you may not</source>
        <translation>403 nicht erlaubt</translation>
    </message>
    <message>
        <source>404 not there</source>
        <translation>404 nicht da</translation>
    </message>
</context>
<context>
    <name>porchlight::StoryView</name>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>porchlight::Timing</name>
    <message>
        <source>found file</source>
        <translation>Datei gefunden</translation>
    </message>
    <message>
        <source>made answer</source>
        <translation>Antwort gemacht</translation>
    </message>
    <message>
        <source>first byte</source>
        <translation>erstes Byte</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>straight from the disk (sendfile)</source>
        <translation>direkt von der Platte (sendfile)</translation>
    </message>
    <message>
        <source>from memory</source>
        <translation>aus dem Arbeitsspeicher</translation>
    </message>
    <message>
        <source>made while it was sent (a stream)</source>
        <translation>frisch gemacht beim Senden (ein Stream)</translation>
    </message>
    <message>
        <source>asking</source>
        <translation>gefragt</translation>
    </message>
    <message>
        <source>waiting at the door</source>
        <translation>an der Tür gewartet</translation>
    </message>
</context>
<context>
    <name>porchlight::TotalsBar</name>
    <message>
        <source>Bytes sent in each of the last 60 seconds</source>
        <translation>Gesendete Bytes in jeder der letzten 60 Sekunden</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>Photos paused at %1 of %2</source>
        <translation>Fotos angehalten bei %1 von %2</translation>
    </message>
    <message>
        <source>Preparing photos %1 of %2</source>
        <translation>Fotos werden vorbereitet: %1 von %2</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go on preparing photos</source>
        <translation>Fotos weiter vorbereiten</translation>
    </message>
    <message>
        <source>Pause preparing photos</source>
        <translation>Vorbereiten der Fotos anhalten</translation>
    </message>
    <message>
        <source>visitor</source>
        <translation>Besucher</translation>
    </message>
    <message>
        <source>visitors</source>
        <translation>Besucher</translation>
    </message>
    <message>
        <source>request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>in this recording</source>
        <translation>in dieser Aufzeichnung</translation>
    </message>
</context>
<context>
    <name>porchlight::Trace</name>
    <message>
        <source>The content goes out %1.</source>
        <translation>Der Inhalt kommt %1.</translation>
    </message>
    <message>
        <source>The end: %1, %2 sent.</source>
        <translation>Das Ende: %1, %2 gesendet.</translation>
    </message>
    <message>
        <source>%1 began to speak.</source>
        <translation>%1 begann zu sprechen.</translation>
    </message>
    <message>
        <source>Asked for: %1 %2</source>
        <translation>Gefragt nach: %1 %2</translation>
    </message>
    <message>
        <source>Decoded: %1</source>
        <translation>Decodiert: %1</translation>
    </message>
    <message>
        <source>Porchlight refused it: %1</source>
        <translation>Porchlight hat abgelehnt: %1</translation>
    </message>
    <message>
        <source>The answer was ready: %1 %2.</source>
        <translation>Die Antwort war fertig: %1 %2.</translation>
    </message>
    <message>
        <source>The head of the answer was on its way.</source>
        <translation>Der Kopf der Antwort war auf dem Weg.</translation>
    </message>
    <message>
        <source>The first byte of the content was on its way.</source>
        <translation>Das erste Byte des Inhalts war auf dem Weg.</translation>
    </message>
    <message>
        <source>The end: %1.</source>
        <translation>Das Ende: %1.</translation>
    </message>
</context>
<context>
    <name>porchlight::TraceView</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <comment>microseconds</comment>
        <translation>%1 µs</translation>
    </message>
</context>
<context>
    <name>porchlight::VisitorModel</name>
    <message>
        <source>waits at the door with %1</source>
        <translation>wartet an der Tür mit %1</translation>
    </message>
    <message>
        <source>receives %1</source>
        <translation>empfängt %1</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Besucher</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt da</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>away</source>
        <translation>nicht mehr da</translation>
    </message>
</context>
<context>
    <name>porchlight::VisitorNames</name>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Türkis</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Cyan</source>
        <translation>Cyan</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Braun</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>colour, device</comment>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name, number</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Besucher</translation>
    </message>
</context>
<context>
    <name>porchlight::VisitorsPage</name>
    <message>
        <source>Call all visitors by colours, everywhere in the window</source>
        <translation>Alle Besucher überall im Fenster nach Farben nennen</translation>
    </message>
    <message>
        <source>F2 gives a visitor a name. Enter shows what it asked for.</source>
        <translation>F2 gibt einem Besucher einen Namen. Die Eingabetaste zeigt, wonach er gefragt hat.</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>Besucher</translation>
    </message>
    <message>
        <source>Anony&amp;mise</source>
        <translation>Anon&amp;ymisieren</translation>
    </message>
    <message>
        <source>Show na&amp;mes</source>
        <translation>Na&amp;men zeigen</translation>
    </message>
    <message>
        <source>Call visitors by their names and devices again</source>
        <translation>Besucher wieder nach Namen und Geräten nennen</translation>
    </message>
</context>
<context>
    <name>porchlight::WaterfallView</name>
    <message>
        <source>asking</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>waiting at the door</source>
        <translation>Wartet an der Tür</translation>
    </message>
    <message>
        <source>server thinking</source>
        <translation>Server denkt</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Page visit, by time</source>
        <translation>Seitenbesuch, nach der Zeit</translation>
    </message>
    <message>
        <source>because of %1</source>
        <translation>wegen %1</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
</context>
<context>
    <name>porchlight::WindowApp</name>
    <message>
        <source>Porchlight is open already but does not answer. End it, then start it again.</source>
        <translation>Porchlight ist schon offen, antwortet aber nicht. Beenden Sie es, und starten Sie es dann neu.</translation>
    </message>
</context>
<context>
    <name>porchlight::WindowLanguage</name>
    <message>
        <source>en_US</source>
        <extracomment>The language of this translation and the country whose numbers and dates go with it, as in &quot;de_DE&quot;.</extracomment>
        <translation>de_DE</translation>
    </message>
</context>
</TS>
