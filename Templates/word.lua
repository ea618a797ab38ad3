-- What pandoc may keep of a text on its way to Word. A picture or link in it names a file of this machine, or a page of
-- the site that isn't there beside a Word file: such a picture becomes its text alternative, such a link its words, and
-- pandoc reads nothing but what it is handed. (Its --sandbox would also keep it from its own files, as Debian packs them.)

local function is_complete(address)
  for _, beginning in ipairs({ "#", "http://", "https://", "mailto:", "tel:" }) do
    if address:sub(1, #beginning) == beginning then return true end
  end
  return false
end

function Image(image)
  if image.src:match("^data:image/png;base64,") or image.src:match("^data:image/jpeg;base64,") then return image end
  return image.caption
end

function Link(link)
  if is_complete(link.target) then return link end
  return link.content
end
